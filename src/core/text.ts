const MARK = /\p{M}/u;
const MOST_MARKS = 3;

/**
 * Whether text can be shown as it is: no control characters but the line break, no characters that reorder or hide
 * what follows (bidirectional controls, zero-width space, word joiner, byte order mark), no lone surrogates, no
 * private use, at most three combining marks on a letter. Joiners that Persian and Indic scripts need are allowed.
 */
export function isPlainText(text: string): boolean {
  let marks = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isForbidden(code)) return false;
    marks = MARK.test(character) ? marks + 1 : 0;
    if (marks > MOST_MARKS) return false;
  }
  return true;
}

function isForbidden(code: number): boolean {
  return (
    (code < 0x20 && code !== 0x0a) ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0x200b ||
    code === 0x2060 ||
    code === 0xfeff ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xe000 && code <= 0xf8ff) ||
    code >= 0xf0000
  );
}
