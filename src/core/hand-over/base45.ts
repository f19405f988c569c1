// RFC 9285. Its letters are those that a QR code packs two to eleven bits.
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE = LETTERS.length;

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length;
    let value = isPair ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
    for (let left = isPair ? 3 : 2; left > 0; left--) {
      text += LETTERS[value % BASE];
      value = Math.floor(value / BASE);
    }
  }
  return text;
}

/** Null for what no bytes are written as: a letter of another alphabet, a group that is too short or stands for too much. */
export function fromBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
  for (let at = 0, to = 0; at < text.length; at += 3, to += 2) {
    const value = numberOf(text.slice(at, at + 3));
    const isPair = at + 2 < text.length;
    if (value < 0 || value > (isPair ? 0xffff : 0xff)) return null;
    if (isPair) bytes[to] = value >> 8;
    bytes[isPair ? to + 1 : to] = value & 0xff;
  }
  return bytes;
}

/** The first letter counts least; negative where one is not of the alphabet. */
function numberOf(group: string): number {
  let value = 0;
  for (let at = group.length - 1; at >= 0; at--) {
    const digit = LETTERS.indexOf(group[at] ?? '');
    if (digit < 0) return -1;
    value = value * BASE + digit;
  }
  return value;
}
