const MARK = /^[\p{Mn}\p{Me}]$/u;
const COMMON_MARK = /^\p{Script=Inherited}$/u;
// Zero width joiner or non-joiner with nothing to join: at the beginning, after a space, after another.
const LOOSE_JOINER = /(^|[^\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]/u;
// Burmese puts five marks of its own on a letter in everyday words; nothing honest puts more.
const MOST_MARKS = 5;
// Marks that any letter can bear; stacks of them cover the lines above and below.
const MOST_COMMON_MARKS = 3;

/**
 * Whether text can be shown as it is: no control characters but the line break, no characters that reorder or hide
 * what follows (bidirectional controls, zero-width space, word joiner, byte order mark), no lone surrogates, no
 * private use, no towers of combining marks. Joiners that Persian, Indic scripts and emoji need are allowed after
 * something to join.
 */
export function isPlainText(text: string): boolean {
  if (LOOSE_JOINER.test(text)) return false;
  let marks = 0;
  let commonMarks = 0;
  for (const character of text) {
    if (isForbidden(character.codePointAt(0) ?? 0)) return false;
    const isMark = MARK.test(character);
    marks = isMark ? marks + 1 : 0;
    commonMarks = isMark ? commonMarks + Number(COMMON_MARK.test(character)) : 0;
    if (marks > MOST_MARKS || commonMarks > MOST_COMMON_MARKS) return false;
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
