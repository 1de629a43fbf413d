import type { Item, Proposition } from "../meaning.ts";
import type { World } from "./types.ts";

const MOST = 64;

/**
 * Takes coordinations and groups apart: "Norway and the Benelux states border Japan" is four
 * propositions, each with one participant a role. At most 64; a longer list is left as it is.
 */
export function expand(proposition: Proposition, world: World): Proposition[] {
  let variants: Proposition[] = [proposition];
  // "Chile is a Nordic country": one of them, not each.
  const group = proposition.concept === "be" ? "theme" : null;
  for (const role of new Set(proposition.items.filter((i) => i.depth === 0).map((i) => i.role))) {
    if (role === group) continue;
    const blocks = blocksOf(proposition.items, role, world);
    if (blocks.length < 2 || variants.length * blocks.length > MOST) continue;
    const takes = world.relations.get(proposition.concept)?.roles[role];
    // "Chile and Peru are allies": of each other, where nobody else is told.
    const list = blocks[0]?.[0]?.list;
    const mutual =
      list !== undefined && proposition.items.every((i) => i.depth > 0 || i.list === list);
    if (mutual && world.concepts.symmetric.includes(proposition.concept)) continue;
    // That one of them doesn't fit denies nothing of the others.
    if (proposition.sign < 0 && isMixed(blocks, takes)) continue;
    variants = variants.flatMap((v) => blocks.map((block) => replaceRole(v, role, block)));
  }
  return variants;
}

/** "The king began Chile's exit": what can't do it together is no list of which each does it. */
export function isNoList(proposition: Proposition, world: World): boolean {
  const roles = new Set(proposition.items.flatMap((i) => (i.depth === 0 ? [i.role] : [])));
  return [...roles].some((role) =>
    isMixed(
      blocksOf(proposition.items, role, world),
      world.relations.get(proposition.concept)?.roles[role],
    ),
  );
}

/** "Peru made Chile leave the pact": of things that one role can't take together, it is no list. */
function isMixed(blocks: readonly Item[][], takes: readonly string[] | undefined): boolean {
  if (!takes) return false;
  const kinds = blocks.flatMap(([head]) => (head?.term.kind === "entity" ? [head.term.type] : []));
  return kinds.some((kind) => takes.includes(kind)) && kinds.some((kind) => !takes.includes(kind));
}

/** The alternatives of one role: each a participant with what modifies it. */
function blocksOf(items: readonly Item[], role: string, world: World): Item[][] {
  const blocks: Item[][] = [];
  let current: Item[] | null = null;
  for (const item of items) {
    if (item.depth === 0) {
      current = item.role === role ? [item] : null;
      if (current) blocks.push(current);
    } else current?.push(item);
  }
  const kinds = new Set(blocks.map((b) => b[0]?.term.kind));
  // "160 nations and territories" are counted together.
  if (
    blocks.length > 1 &&
    (kinds.size > 1 || blocks.some((b) => b[0]?.quantifier?.kind === "count"))
  )
    return [];
  // "using, storing and producing drones": what stands at the last is shared by all.
  const shared = blocks.at(-1)?.slice(1) ?? [];
  const full = blocks.map((block) => (block.length === 1 ? [...block, ...shared] : block));
  return full.flatMap((block) => membersOf(block, world));
}

function membersOf(block: Item[], world: World): Item[][] {
  const [head, ...rest] = block;
  if (head === undefined || head.term.kind !== "entity") return [block];
  const members = world.entities.get(head.term.id)?.members ?? [];
  if (members.length === 0) return [block];
  return members
    .filter((id) => !head.except.includes(id))
    .map((id) => {
      const thing = world.entities.get(id);
      return [
        {
          ...head,
          quantifier: null,
          term: { kind: "entity", id, type: thing?.kind ?? "" },
          text: thing?.name ?? id,
        },
        ...rest,
      ];
    });
}

function replaceRole(proposition: Proposition, role: string, block: readonly Item[]): Proposition {
  const items: Item[] = [];
  let placed = false;
  let dropping = false;
  for (const item of proposition.items) {
    if (item.depth === 0) {
      dropping = item.role === role;
      if (dropping && !placed) {
        items.push(...block);
        placed = true;
      }
    }
    if (!dropping) items.push(item);
  }
  return { ...proposition, items };
}
