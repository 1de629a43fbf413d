import { isMainThread } from "node:worker_threads";
import { main } from "./main.ts";

if (isMainThread) {
  main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
} else {
  import("./lint/worker.ts").then(({ serve }) => serve());
}
