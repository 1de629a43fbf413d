/** Roman numerals as they number protocols, chapters and world wars. */

const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const SHAPE = /^(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;

/**
 * The value of a Roman numeral in capitals up to 399, else null.
 * @example romanValue("XIV") // 14
 */
export function romanValue(text: string): number | null {
  if (text === "" || !SHAPE.test(text)) return null;
  let total = 0;
  const signs = [...text];
  for (const [index, sign] of signs.entries()) {
    const value = VALUES[sign] ?? 0;
    const next = VALUES[signs[index + 1] ?? ""] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}
