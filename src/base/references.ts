import { countAlternatives, MOST_NAMES } from "./alternatives.ts";
import type { Path, YamlFile } from "./document.ts";
import { areMany, didYouMean, type Fault } from "./faults.ts";
import type { BaseFile } from "./schema.ts";

/**
 * Finds ids that are given twice, references that lead nowhere, to themselves or in circles, and names
 * without end.
 */
export function referenceFaults(base: BaseFile, yaml: YamlFile): Fault[] {
  const entities = new Set(base.entities.map((entity) => entity.id));
  const claims = new Set(base.claims.map((claim) => claim.id));
  const faults: Fault[] = [
    ...repeatedIds("sources", base.sources, yaml),
    ...repeatedIds("entities", base.entities, yaml),
    ...repeatedIds("claims", base.claims, yaml),
  ];

  const check = (id: string | null, kind: "entity" | "claim", path: Path) => {
    if (id === null || areMany(faults)) return;
    const known = kind === "entity" ? entities : claims;
    if (known.has(id)) return;
    const advice = didYouMean(id, known, `add it or correct the id`);
    faults.push(yaml.fault(path, `no ${kind} "${id}"${advice}`));
  };

  for (const [i, entity] of base.entities.entries()) {
    check(entity.of, "entity", ["entities", i, "of"]);
    for (const [j, id] of entity.members.entries()) {
      check(id, "entity", ["entities", i, "members", j]);
    }
  }
  for (const [i, claim] of base.claims.entries()) {
    check(claim.speaker, "entity", ["claims", i, "speaker"]);
    for (const [j, id] of claim["conflicts-with"].entries()) {
      const path = ["claims", i, "conflicts-with", j];
      check(id, "claim", path);
      if (id === claim.id)
        faults.push(yaml.fault(path, `"${id}" can't conflict with itself; remove it`));
    }
  }
  return [...faults, ...circles(base.entities, yaml), ...tooManyNames(base.entities, yaml)];
}

/** At the first entity with which the names of all are too many. */
function tooManyNames(entities: BaseFile["entities"], yaml: YamlFile): Fault[] {
  let names = 0;
  for (const [index, { name, aliases, adjectives, nouns }] of entities.entries()) {
    for (const one of [name, ...aliases, ...adjectives, ...nouns]) names += countAlternatives(one);
    if (names <= MOST_NAMES) continue;
    const message = `the braces of all entities make more than ${MOST_NAMES} names; write fewer alternatives`;
    return [yaml.fault(["entities", index], message)];
  }
  return [];
}

function repeatedIds(list: string, items: readonly { id: string }[], yaml: YamlFile): Fault[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      yaml.fault([list, index, "id"], `the id "${id}" is given twice; rename one of the two`),
    ];
  });
}

/** Groups that hold themselves, and things that are their own owners, through any steps. */
function circles(entities: BaseFile["entities"], yaml: YamlFile): Fault[] {
  const places = new Map(entities.map((entity, index) => [entity.id, index]));
  const ways = {
    members: (index: number) => entities[index]?.members ?? [],
    of: (index: number) => [entities[index]?.of ?? ""],
  };
  return Object.entries(ways).flatMap(([key, next]) => {
    const state = new Map<number, "open" | "done">();
    const faults: Fault[] = [];
    for (const root of entities.keys()) {
      // Depth first with an own stack: a chain of groups may be longer than the call stack.
      const stack = [root];
      while (stack.length > 0) {
        const index = stack.at(-1) as number;
        if (state.has(index)) {
          state.set(index, "done");
          stack.pop();
          continue;
        }
        state.set(index, "open");
        for (const id of next(index)) {
          const to = places.get(id);
          if (to === undefined) continue;
          if (state.get(to) === "open") {
            if (areMany(faults)) continue;
            const message = `"${entities[index]?.id}" comes back to "${id}" in a circle; remove one`;
            faults.push(yaml.fault(["entities", index, key], message));
          } else if (!state.has(to)) {
            stack.push(to);
          }
        }
      }
    }
    return faults;
  });
}
