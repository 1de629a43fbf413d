import { Composer, type CST, type Document, Lexer, Parser } from "yaml";

/** What was read. */
export interface Composed {
  readonly document: Document.Parsed;
  /** UTF-16 offset of a second document, which isn't read; null where there is none. */
  readonly second: number | null;
  /** Where and why reading stopped before the end; null where it did not. */
  readonly stopped: { readonly offset: number; readonly why: "too deep" | "too long" } | null;
}

/** So many values in one another are open at once at most; no file of this program needs a third of it. */
const MAX_OPEN = 60;

/**
 * So many pieces (words, marks, line ends) are read at most; each takes some 250 bytes of memory. A
 * base of 100,000 claims has four million.
 */
const MAX_PIECES = 5_000_000;

/**
 * Reads the first document of a YAML text, never further than a program can bear: what is nested too
 * deeply, or too long, ends at the same place on every machine, rather than wherever the stack or
 * the memory ends. Keys that are given twice are no errors here: to look for them takes the
 * library's square of their number.
 */
export function composeYaml(text: string, maxPieces = MAX_PIECES): Composed {
  let stopped = null as Composed["stopped"];
  function* tokens(): Generator<CST.Token> {
    const parser = new Parser();
    let pieces = 0;
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      pieces += 1;
      if (parser.stack.length <= MAX_OPEN && pieces <= maxPieces) continue;
      stopped = { offset: parser.offset, why: pieces > maxPieces ? "too long" : "too deep" };
      break;
    }
    yield* parser.end();
  }
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, merge: false });
  const documents: Document.Parsed[] = [];
  for (const document of composer.compose(tokens(), true, text.length)) {
    documents.push(document);
    if (documents.length > 1) break;
  }
  const [document, second] = documents;
  if (!document) throw new Error("The library gives a document even for an empty text.");
  return { document, second: second?.range[0] ?? null, stopped };
}
