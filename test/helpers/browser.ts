import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/** The browser's program; undefined where none is installed. */
export const BROWSER = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  .find((file) => existsSync(file));

type Params = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

/** A page in a headless Chromium, driven over its debugging pipe. */
export class Page {
  /** What the browser reported meanwhile: the methods of events, with what they hold. */
  readonly events: { readonly method: string; readonly params: Params }[] = [];
  readonly #child: ChildProcess;
  readonly #profile: string;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #session: string | undefined;
  #calls = 0;

  private constructor(program: string) {
    this.#profile = mkdtempSync(join(tmpdir(), "browser-"));
    const args = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"];
    this.#child = spawn(program, [...args, `--user-data-dir=${this.#profile}`], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    let rest = "";
    (this.#child.stdio[4] as Readable).setEncoding("utf8").on("data", (piece: string) => {
      const parts = (rest + piece).split("\0");
      rest = parts.pop() ?? "";
      for (const part of parts) this.#take(JSON.parse(part) as Message);
    });
  }

  static async open(program: string): Promise<Page> {
    const page = new Page(program);
    const { targetId } = await page.call("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await page.call("Target.attachToTarget", { targetId, flatten: true });
    page.#session = sessionId as string;
    for (const domain of ["Page", "Runtime", "Log", "Network"]) await page.call(`${domain}.enable`);
    return page;
  }

  async call(method: string, params: Params = {}): Promise<Params> {
    this.#calls += 1;
    const id = this.#calls;
    const message = { id, method, params, ...(this.#session && { sessionId: this.#session }) };
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    (this.#child.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  /** Shows a page, and waits until it is there. */
  async show(url: string): Promise<void> {
    const loaded = (): number =>
      this.events.filter(({ method }) => method === "Page.loadEventFired").length;
    const before = loaded();
    await this.call("Page.navigate", { url });
    while (loaded() === before) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** The value of an expression, awaited, in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.call("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
    return (answer.result as { value: unknown }).value;
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.on("exit", resolve));
    this.#child.kill();
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #take(message: Message): void {
    const { id, method, params = {} } = message;
    if (id === undefined) {
      if (method !== undefined) this.events.push({ method, params });
      return;
    }
    this.#waiting.get(id)?.(message);
    this.#waiting.delete(id);
  }
}
