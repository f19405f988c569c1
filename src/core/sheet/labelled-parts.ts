// Something with several parts as one line of a cell: `city: London | postcode: E1 1AA`. Labels are ours, values are not.

const BETWEEN_PARTS = ' | ';

export type Part = readonly [label: string, value: string | undefined];

export function partsLine(parts: readonly Part[]): string {
  return parts
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => `${label}: ${value}`)
    .join(BETWEEN_PARTS);
}

/** The parts by their labels; null where one has no value, another label, or one that stands there already. */
export function readParts(line: string, labels: readonly string[]): Map<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of line.split(/\s\|\s/)) {
    const [, label = '', value = ''] = /^\s*([a-z_]+)\s*:\s*(\S[\s\S]*)$/i.exec(part) ?? [];
    const name = label.toLowerCase();
    if (!labels.includes(name) || parts.has(name)) return null;
    parts.set(name, value.trim());
  }
  return parts;
}

/** Whether the line, written out of these parts, is read as the same parts: a value can hold what stands between two. */
export function isReadBack(parts: readonly Part[], labels: readonly string[]): boolean {
  const line = partsLine(parts);
  return !line.includes('\n') && readParts(line, labels)?.size === parts.filter(([, value]) => value).length;
}
