/** A field as it may be written down: a channel without its number or address, which its name holds (SV-12). */
export function fieldKind(field: string): string {
  return /^[^:]{1,60}/.exec(field)?.[0] ?? '';
}

export function fieldKinds(fields: readonly string[]): string[] {
  return [...new Set(fields.map(fieldKind))].sort();
}
