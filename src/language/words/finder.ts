/** The words that go on from a beginning, by the code of their next letter. */
interface Beginning {
  readonly next: Map<number, Beginning>;
  /** The beginning is a word itself. */
  isWord: boolean;
}

const DOT = 46;

/** How many stops after a word may be the sentence's. */
const STOPS = 3;

/**
 * Makes a function that tells whether a text has one of some words, in small letters or capitals. It
 * goes through plain letters once and leaves a word as soon as none of those wanted goes on so: most
 * texts have none, and their words are never cut out.
 *
 * @param wanted in small letters; "u.s." is one
 * @example wordFinder(new Set(["canal"]))("The Canal.") // true
 */
export function wordFinder(wanted: ReadonlySet<string>): (text: string) => boolean {
  const root: Beginning = { next: new Map(), isWord: false };
  for (const word of wanted) {
    let at = root;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      const next = at.next.get(code) ?? { next: new Map(), isWord: false };
      at.next.set(code, next);
      at = next;
    }
    at.isWord = true;
  }
  return (text) => {
    let at: Beginning | undefined = root;
    // The word before its stops.
    let stopped: Beginning | undefined;
    let stops = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) return hasWord(text, wanted);
      const letter = code >= 65 && code <= 90 ? code + 32 : code;
      if (isPartOfWord(letter)) {
        if (letter !== DOT) stops = 0;
        else if (stops++ === 0) stopped = at;
        at = at?.next.get(letter);
        continue;
      }
      if (isFound(at, stopped, stops)) return true;
      at = root;
      stops = 0;
    }
    return isFound(at, stopped, stops);
  };
}

function isFound(
  at: Beginning | undefined,
  stopped: Beginning | undefined,
  stops: number,
): boolean {
  return at?.isWord === true || (stops > 0 && stops <= STOPS && stopped?.isWord === true);
}

/** A small letter, a digit or a stop. */
function isPartOfWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === DOT;
}

/** The same for a text in which other letters stand. */
function hasWord(text: string, wanted: ReadonlySet<string>): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
  return words.some((word) => wanted.has(word) || wanted.has(word.replace(/\.{1,3}$/u, "")));
}
