/** The name of a link's definition as it is compared: regardless of case and white space. */
export function linkName(label: string): string {
  return label.trim().replace(/\s+/gu, " ").toLowerCase();
}
