import type { InputKind } from "../types.ts";

const EXTENSIONS: Readonly<Record<string, InputKind>> = {
  md: "markdown",
  markdown: "markdown",
  mdown: "markdown",
  mkd: "markdown",
  mkdn: "markdown",
  mdx: "markdown",
  qmd: "markdown",
  rmd: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  txt: "text",
  text: "text",
  eml: "text",
};

/**
 * The kind of a file by its name's extension; null where the extension says nothing.
 *
 * @example kindOf("docs/a.MD") // "markdown"
 */
export function kindOf(file: string): InputKind | null {
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  return extension !== undefined && Object.hasOwn(EXTENSIONS, extension)
    ? (EXTENSIONS[extension] as InputKind)
    : null;
}
