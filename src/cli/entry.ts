import { main } from "./main.ts";

// A closed pipe (`| head`) is no failure; each writer notices it by itself.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
