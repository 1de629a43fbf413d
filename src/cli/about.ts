import manifest from "../../package.json" with { type: "json" };

/** The program's name, version and one-line description, as the package says them. */
export const NAME: string = manifest.name;
export const VERSION: string = manifest.version;
export const DESCRIPTION: string = manifest.description;
