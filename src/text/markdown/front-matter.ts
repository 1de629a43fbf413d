const FENCE = /^(---|\+\+\+)[ \t]*(?:\r\n|[\r\n])/;

/**
 * Where the text goes on after its front matter (YAML between `---` lines, TOML between `+++`):
 * 0 where it has none.
 */
export function frontMatterEnd(text: string): number {
  const fence = FENCE.exec(text.slice(0, 1024));
  if (!fence) return 0;
  const end = new RegExp(
    `(?:\\r\\n|[\\r\\n])${fence[1] === "---" ? "---" : "\\+\\+\\+"}[ \\t]*(?=[\\r\\n]|$)`,
    "g",
  );
  end.lastIndex = fence[0].length - 1;
  const match = end.exec(text);
  return match ? match.index + match[0].length : 0;
}
