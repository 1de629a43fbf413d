import { describe, expect, it } from "vitest";
import { play, readTranscripts, transcriptFiles } from "../helpers/transcripts.ts";

// After a wanted change of what the program prints: npm run transcripts
describe.each(transcriptFiles())("%s", (file) => {
  it.concurrent.each(readTranscripts(file))("$name", async (transcript) => {
    const { exit, stdout, stderr, writes = {} } = transcript;
    expect(await play(transcript)).toEqual({ exit, stdout, stderr, writes });
  });
});
