import { parentPort } from "node:worker_threads";
import { Fault, unexpected } from "../fault.ts";
import { Bases } from "./bases.ts";
import type { FileTask } from "./check-file.ts";
import { localChecker } from "./checkers.ts";
import type { Answer } from "./pool.ts";

/** Runs in a thread of the pool: checks one text after the other, as they are sent. */
export function serve(): void {
  const checker = localChecker(new Bases());
  parentPort?.on("message", async (task: FileTask) => {
    let answer: Answer;
    try {
      answer = { report: await checker.check(task) };
    } catch (error) {
      const { message, report } = error instanceof Fault ? error : unexpected(error, task.file);
      answer = { fault: { message, report } };
    }
    parentPort?.postMessage(answer);
  });
}
