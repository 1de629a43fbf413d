import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const SRC = new URL("../src/", import.meta.url);
const LANGUAGE = new URL("../data/language/", import.meta.url);
const BASE = new URL("../data/ottawa/base.yaml", import.meta.url);
const NAME = (
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { name: string }
).name;

/**
 * Words in the names of the built-in base that belong to no subject: grammar, general words of
 * law, politics and organisations, and words that programs are written in.
 */
const ORDINARY = new Set(
  `about affairs against agreement aid all allies and ban body bodies campaign campaigners capital
  capitals charter charity charities club committee community conflict council countries country
  convention deal decision decree defence defenders defense deputies deputy destruction devices
  diplomacy diplomats document exit external five for foreign government governments group groups
  head homepage human humanitarian humanitarians instrument intelligence land lawmaker lawmakers
  leader legislator legislators legislature member members ministry nat nation national nations
  office official order org organisation organisations organization organizations orgs own pact
  page parliament parliamentarian parliamentarians parliamentary people personal personnel
  president presidential process production prohibition protocol regime relief republics rights
  banning forbidding outlawing prohibiting roman rules security site state states the their thing three trade transfer treaty trio union
  united that use watchdogs web webpage which with website who withdrawal workers accord activists advocates
  type kind class sort mine agencies charity ngos bank against army forces enemy act business camp circles
  crowd field folk folks from lobby movement sector side those voices world armed assistance
  association associations collectives defend defending devoted help invasion movements monitors
  occupying outfit outfits protect protecting protection soldiers troops work working aimed big boss built
  charge chief commander crowd designed fella guy helm helpers helping home internet intended job lot made man men
  meant neighbours number online others person pledge promise sitting target those top types women bloke chap need other
  over whose every any each whatever kinds types sorts one action actions active activity actors character entities operators`.split(
    /\s+/,
  ),
);

/** Further words in these names that are plain English: knowledge of the language may hold them. */
const ENGLISH = new Set(
  `allied anti authorities brigade bunch category charged committed competent concerned dealing deals
  dedicated domain edict enactment engaged global handle handles institutions intel international
  leadership mfa mister mps natsec nature officials operating overseeing oversees peeps portal
  promoting providing republic responsibility responsible specialising specializing sphere stockpiling
  ukase uno upholding variety delivering missions practitioners foundations federations coalitions
  campaigning campaigns championing headquarters mob mobs gang presidents rulebook`.split(/\s+/),
);

/**
 * Where words of the subject may stand in the language data, since a table of the kind would lack
 * something without them.
 */
const TABLES: Readonly<Record<string, readonly string[] | "all">> = {
  // All countries of the world with their names.
  "countries.yaml": "all",
  // Kinds of weapons.
  "lexicon/nouns.yaml": ["mine", "landmine"],
  // What is done with weapons: shelling, bombing, mining.
  "lexicon/events-other.yaml": ["mine", "mining"],
  // The pronoun ("a friend of mine").
  "informal.yaml": ["mine"],
  // The pronoun, and first names.
  "spelling/ordinary.yaml": ["mine", "olena"],
};

interface Named {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly adjectives?: readonly string[];
}

/** The words, of three letters or more, that only somebody with this subject would write. */
function subjectWords(entities: readonly Named[], others: ReadonlySet<string>): Set<string> {
  const names = entities.flatMap(({ name, aliases = [], adjectives = [] }) => [
    name,
    ...aliases,
    ...adjectives,
  ]);
  return new Set(names.flatMap(wordsOf).filter((word) => !others.has(word)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

/** `file:line: word` for every word of the subject in a file; the program's own name is none. */
function findSubject(file: string, source: string, subject: ReadonlySet<string>): string[] {
  return source.split("\n").flatMap((line, index) =>
    wordsOf(line.replaceAll(NAME, ""))
      .filter((word) => subject.has(word))
      .map((word) => `${file}:${index + 1}: ${word}`),
  );
}

describe("src/ knows nothing of the built-in base's subject", () => {
  const { entities } = parse(readFileSync(BASE, "utf8")) as { entities: Named[] };
  const subject = subjectWords(entities, ORDINARY);

  it("has words to look for", () => {
    expect([...subject]).toEqual(expect.arrayContaining(["ottawa", "landmines", "kyiv"]));
  });

  it("holds none of its words", () => {
    const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    const found = files.sort().flatMap((file) => {
      const source = readFileSync(new URL(file, SRC), "utf8");
      return findSubject(file, source, subject);
    });
    expect(found, `in ${fileURLToPath(SRC)}`).toEqual([]);
  });

  it("would find one in code, a string or a comment", () => {
    const planted = [`const x = "${NAME}";`, "// about Kyiv", 'f("Mines");', "const landmine = 1;"];
    expect(findSubject("a.ts", planted.join("\n"), subject)).toEqual([
      "a.ts:2: kyiv",
      "a.ts:3: mines",
      "a.ts:4: landmine",
    ]);
  });
});

describe("data/language knows nothing of the built-in base's subject", () => {
  const { entities } = parse(readFileSync(BASE, "utf8")) as { entities: Named[] };
  const subject = subjectWords(entities, new Set([...ORDINARY, ...ENGLISH]));
  for (const word of ["mine", "mining", "minefield", "minefields", "demining"]) subject.add(word);
  const files = readdirSync(LANGUAGE, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".yaml"))
    .sort();
  const findIn = (file: string, source: string): string[] => {
    const allowed = TABLES[file] ?? [];
    if (allowed === "all") return [];
    const words = new Set([...subject].filter((word) => !allowed.includes(word)));
    return findSubject(file, source, words);
  };

  it("holds none of its words", () => {
    const found = files.flatMap((file) =>
      findIn(file, readFileSync(new URL(file, LANGUAGE), "utf8")),
    );
    expect(found, `in ${fileURLToPath(LANGUAGE)}`).toEqual([]);
  });

  it("names no table that is not there", () => {
    expect(files).toEqual(expect.arrayContaining(Object.keys(TABLES)));
  });

  it("would find one in a pattern or a comment", () => {
    const planted = "# the Rada\n- {pattern: 'dem (?=mines )'}\n- {pattern: 'dem (?=things )'}";
    expect(findIn("informal.yaml", planted)).toEqual([
      "informal.yaml:1: rada",
      "informal.yaml:2: mines",
    ]);
    expect(findIn("lexicon/nouns.yaml", "mine: {words: [mine, Kyiv]}")).toEqual([
      "lexicon/nouns.yaml:1: kyiv",
    ]);
  });
});
