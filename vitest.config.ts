import { defineConfig } from "vitest/config";

/** Tests of the built program: a build comes before them, so they never run an old one. */
const OF_THE_PROGRAM = [
  "test/cli/transcripts.test.ts",
  "test/cli/program.test.ts",
  "test/cli/faults.test.ts",
  "test/cli/size.test.ts",
  "test/cli/records.test.ts",
  "test/cli/output.test.ts",
  "test/cli/lint/program.test.ts",
  "test/ecosystem/ecosystem.test.ts",
  "test/package.test.ts",
  "test/matrix.test.ts",
  "test/readme.test.ts",
];

export default defineConfig({
  test: {
    setupFiles: ["test/helpers/seed.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "units",
          include: ["test/**/*.test.ts"],
          exclude: OF_THE_PROGRAM,
        },
      },
      {
        extends: true,
        test: {
          name: "program",
          include: OF_THE_PROGRAM,
          globalSetup: ["test/helpers/build.ts"],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
