import { isMainThread } from "node:worker_threads";
import { main } from "./main.ts";

if (isMainThread) {
  // A closed pipe (`| head`) is no failure; each writer notices it by itself.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
} else {
  import("./lint/worker.ts").then(({ serve }) => serve());
}
