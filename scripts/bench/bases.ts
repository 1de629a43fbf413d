import type { Base } from "../../src/base/types.ts";

const PLACES = [
  "Norway",
  "Chile",
  "Japan",
  "Kenya",
  "Canada",
  "Peru",
  "Egypt",
  "Spain",
  "India",
  "Ghana",
];
const ACTS = [
  "signed",
  "ratified",
  "joined",
  "left",
  "published",
  "adopted",
  "rejected",
  "approved",
];
const KINDS = ["Treaty", "Charter", "Accord", "Protocol", "Convention"];
const TOPICS = [
  "Harbour",
  "River",
  "Forest",
  "Railway",
  "Fishery",
  "Whale",
  "Seed",
  "Satellite",
  "Stamp",
];
const REFERENCE = "2025-01-01";

/** A base of so many claims over many subjects, with a source that holds them, as YAML and JSON take it. */
export function generatedBase(size: number): Base {
  const treaties = Math.max(1, Math.ceil(size / 40));
  const name = (at: number): string =>
    `${TOPICS[at % TOPICS.length]} ${KINDS[at % KINDS.length]} ${at + 1}`;
  const statements = Array.from({ length: size }, (_, at) => {
    const place = PLACES[at % PLACES.length];
    const act = ACTS[Math.floor(at / PLACES.length) % ACTS.length];
    return `${place} ${act} the ${name(Math.floor(at / 40) % treaties)} in ${1950 + (at % 70)}.`;
  });
  return {
    title: `${size} generated claims`,
    referenceDate: REFERENCE,
    drafted: false,
    sources: [
      {
        id: "S",
        title: "Generated",
        file: "source.txt",
        sha256: "",
        text: `${statements.join("\n")}\n`,
      },
    ],
    entities: [
      ...PLACES.map((place) => entity(place.toLowerCase(), place, "state")),
      ...Array.from({ length: treaties }, (_, at) => entity(`treaty-${at}`, name(at), "treaty")),
    ],
    relations: [],
    rules: [],
    claims: statements.map((statement, at) => ({
      id: `claim-${at}`,
      statement,
      quotes: [{ source: "S", text: statement, line: at + 1 }],
      speaker: null,
      also: [],
      wordings: [],
      conflictsWith: [],
    })),
  };
}

/** Claims to ask a generated base: true ones, false ones, and ones that it knows nothing of. */
export function questionsTo({ claims }: Base): string[] {
  return Array.from({ length: 30 }, (_, at) => {
    const { statement = "" } = claims[(at * 7919) % claims.length] ?? {};
    if (at % 3 === 0) return statement;
    return at % 3 === 1 ? statement.replace(/\d{4}\.$/u, "1931.") : "Tomatoes grow in Portugal.";
  });
}

function entity(id: string, name: string, kind: string): Base["entities"][number] {
  return { id, name, kind, aliases: [], adjectives: [], nouns: [], members: [], of: null };
}
