import { build } from "../../scripts/build.ts";

/** Vitest's global set-up for the tests of the built program. */
export default async function setup(): Promise<void> {
  await build();
}
