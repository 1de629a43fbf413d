import { rmSync } from "node:fs";

/** Files begun and not finished, which must not stay where the program is stopped. */
const begun = new Set<string>();

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Notes that a file has been begun; however the program ends, it won't be left lying. */
export function beginFile(file: string): void {
  if (begun.size === 0) {
    process.once("exit", removeBegun);
    for (const signal of SIGNALS) process.once(signal, stop);
  }
  begun.add(file);
}

/** Notes that a file begun is finished or gone. */
export function endFile(file: string): void {
  begun.delete(file);
  if (begun.size === 0) forget();
}

function removeBegun(): void {
  for (const file of begun) rmSync(file, { force: true });
}

/** Ends by the same signal, so that the caller sees why. */
function stop(signal: NodeJS.Signals): void {
  removeBegun();
  forget();
  process.kill(process.pid, signal);
}

function forget(): void {
  process.removeListener("exit", removeBegun);
  for (const signal of SIGNALS) process.removeListener(signal, stop);
}

/** Signals are heard only between two turns of the event loop, so long work lets it turn. */
const TURN_MS = 50;
let lastTurn = 0;

/** Lets the event loop turn, if it has not for a while. */
export async function breathe(): Promise<void> {
  const now = process.uptime() * 1000;
  if (now - lastTurn < TURN_MS) return;
  await new Promise((resolve) => setImmediate(resolve));
  lastTurn = process.uptime() * 1000;
}
