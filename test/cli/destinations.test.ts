import { describe, expect, it } from "vitest";
import { readDestinations } from "../../src/cli/destinations.ts";

describe("readDestinations", () => {
  it.each([
    [[], { main: undefined, further: [] }],
    [["a.txt"], { main: "a.txt", further: [] }],
    [
      ["json=a.json", "b.txt", "junit=c=d.xml"],
      {
        main: "b.txt",
        further: [
          { format: "json", file: "a.json" },
          { format: "junit", file: "c=d.xml" },
        ],
      },
    ],
    [["./json=a.json"], { main: "./json=a.json", further: [] }],
    [["out/a=b.txt"], { main: "out/a=b.txt", further: [] }],
    [["a.txt", "json=-"], { main: "a.txt", further: [{ format: "json", file: "-" }] }],
  ])("%j", (values, expected) => {
    expect(readDestinations(values)).toEqual(expected);
  });

  it.each([
    [["sarf=a"], "there is no format 'sarf'; did you mean 'sarif'?"],
    [["JSON=a"], "did you mean 'json'?"],
    [["json="], "the name of the file is missing"],
    [["a", "b"], "the results of --format go to one file"],
    [["a", "json=./x/../a"], "two outputs to one file, ./x/../a"],
    [["json=a", "junit=a"], "two outputs to one file, a"],
    [["json=-"], "two formats to standard output"],
    [["-", "json=/dev/stdout"], "two outputs to one file, /dev/stdout"],
  ])("refuses %j", (values, message) => {
    expect(() => readDestinations(values)).toThrow(message);
  });
});
