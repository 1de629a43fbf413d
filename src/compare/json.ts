/** JSON with the open ends of intervals, which it has no numbers for. */

const OPEN = new Map<unknown, number>([
  ["+inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
]);

export function packJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === Number.POSITIVE_INFINITY) return "+inf";
    return part === Number.NEGATIVE_INFINITY ? "-inf" : part;
  });
}

export function parseJson(text: string): unknown {
  // A reviver takes most of the time, and few texts need one.
  if (!text.includes('inf"')) return JSON.parse(text);
  return JSON.parse(text, (_key, part: unknown) => OPEN.get(part) ?? part);
}
