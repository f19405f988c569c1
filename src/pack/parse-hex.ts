const LOWER_CASE_PAIRS = /^([0-9a-f]{2})*$/;

/** The bytes of lower-case hexadecimal text of exactly that many bytes; null for anything else. */
export function parseHex(text: unknown, byteLength: number): Uint8Array | null {
  if (typeof text !== 'string' || text.length !== byteLength * 2 || !LOWER_CASE_PAIRS.test(text)) return null;
  return Uint8Array.from({ length: byteLength }, (_, at) =>
    Number.parseInt(text.slice(at * 2, at * 2 + 2), 16),
  );
}
