// What iCalendar (RFC 5545, 3.1) and vCard 3.0 (RFC 2425, 5.8) write their lines alike.

const MOST_OCTETS = 75;
const NEW_LINE = '\r\n';

/** Lines of at most 75 octets, a longer one folded: it goes on after a line break and a space. */
export function contentLines(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}${NEW_LINE}`).join('');
}

/** A text as a value: what would end it, or the line, is written with a backslash. */
export function escapedText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** Between letters, never inside the octets of one. */
function folded(line: string): string {
  const parts: string[] = [''];
  let octets = 0;
  for (const letter of line) {
    const length = octetsOf(letter.codePointAt(0) ?? 0);
    if (octets + length > MOST_OCTETS) {
      parts.push('');
      // The space that each further line begins with.
      octets = 1;
    }
    parts[parts.length - 1] += letter;
    octets += length;
  }
  return parts.join(`${NEW_LINE} `);
}

/** In UTF-8. */
function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
