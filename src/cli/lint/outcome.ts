import type { Fault } from "../fault.ts";
import type { FileReport, FileTask } from "./check-file.ts";
import type { FoundFile } from "./find-files.ts";
import type { FileSettings } from "./settings.ts";

/** A file and what holds for it. */
export interface PlannedFile {
  readonly found: FoundFile;
  /** Absolute; for standard input where a file of its name would lie. */
  readonly path: string;
  readonly settings: FileSettings;
}

/** What came of a file: the text as checked and what was found in it, or why it could not be checked. */
export type Outcome =
  | { readonly file: PlannedFile; readonly task: FileTask; readonly report: FileReport }
  | { readonly file: PlannedFile; readonly fault: Fault };
