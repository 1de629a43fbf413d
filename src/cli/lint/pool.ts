import { Worker } from "node:worker_threads";
import { type Fault, Faults, unexpected } from "../fault.ts";
import type { FileReport, FileTask } from "./check-file.ts";
import type { FileChecker } from "./checkers.ts";

/** What a thread answers: what it found, or what went wrong in the words for standard error. */
export type Answer =
  | { readonly report: FileReport }
  | { readonly fault: { readonly message: string; readonly report: string } };

interface Job {
  readonly task: FileTask;
  resolve(report: FileReport): void;
  reject(error: Fault): void;
}

/**
 * Checks several texts at once, each in a thread of its own. Threads are started as they are
 * needed and kept; one that dies takes only its text with it.
 *
 * @param size how many threads there may be
 */
export class Pool implements FileChecker {
  readonly #size: number;
  readonly #workers = new Set<Worker>();
  readonly #idle: Worker[] = [];
  readonly #waiting: Job[] = [];
  readonly #jobs = new Map<Worker, Job>();

  constructor(size: number) {
    this.#size = size;
  }

  check(task: FileTask): Promise<FileReport> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #next(): void {
    const [job] = this.#waiting;
    if (job === undefined) return;
    const worker = this.#idle.pop() ?? (this.#workers.size < this.#size ? this.#start() : null);
    if (worker === null) return;
    this.#waiting.shift();
    this.#jobs.set(worker, job);
    worker.postMessage(job.task);
  }

  /** The whole program is one file, which knows in a thread what it is (entry.ts). */
  #start(): Worker {
    const worker = new Worker(new URL(import.meta.url));
    this.#workers.add(worker);
    worker.on("message", (answer: Answer) => {
      const job = this.#jobs.get(worker);
      this.#jobs.delete(worker);
      this.#idle.push(worker);
      if ("report" in answer) job?.resolve(answer.report);
      else job?.reject(new Faults([answer.fault]));
      this.#next();
    });
    worker.on("error", (error) => this.#lose(worker, error));
    worker.on("exit", () => this.#lose(worker, new Error("the thread ended")));
    return worker;
  }

  #lose(worker: Worker, error: Error): void {
    this.#workers.delete(worker);
    const job = this.#jobs.get(worker);
    this.#jobs.delete(worker);
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
    job?.reject(unexpected(error, job.task.file));
    this.#next();
  }
}
