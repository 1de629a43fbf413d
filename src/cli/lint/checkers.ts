import type { Bases } from "./bases.ts";
import type { Cache } from "./cache.ts";
import { checkFile, type FileReport, type FileTask } from "./check-file.ts";

/** What checks texts. */
export interface FileChecker {
  /** @throws {Fault} where the claim base is not valid */
  check(task: FileTask): Promise<FileReport>;
  /** Gives up what it holds. Must be called once, last. */
  close(): Promise<void>;
}

/** Checks in this thread, one text at a time. */
export function localChecker(bases: Bases): FileChecker {
  return {
    check: async (task) => await checkFile(task, await bases.engine(task.base)),
    close: async () => {},
  };
}

/** Checks only what a cache doesn't hold, and puts it there. */
export function cachedChecker(inner: FileChecker, cache: Cache, bases: Bases): FileChecker {
  return {
    check: async (task) => {
      const key = cache.keyOf(task, await bases.hash(task.base));
      const kept = cache.read(key);
      if (kept) return kept;
      const report = await inner.check(task);
      await cache.write(key, report);
      return report;
    },
    close: async () => {
      await inner.close();
      cache.sweep();
    },
  };
}
