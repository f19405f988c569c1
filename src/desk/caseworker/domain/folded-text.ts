import { asciiDigit, DIGIT } from '../../../core/digits.ts';

/** A text in one way of writing, each place of which knows where it came from. */
export interface FoldedText {
  readonly plain: string;
  /** The range of the text as it was typed, of a range of `plain`. */
  original(from: number, to: number): { readonly from: number; readonly to: number };
}

// Soft hyphens, joiners and vowel signs split a word for the eye of a program alone.
const INVISIBLE = /[\u00ad\u064b-\u0652\u200b-\u200f\u2060\ufeff]/;

/** Compatible forms, western digits, plain spaces, nothing invisible. A line break stays one. */
export function foldText(text: string): FoldedText {
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    plain += folded;
    at += character.length;
  }
  return {
    plain,
    original: (from, to) => ({
      from: starts[from] ?? at,
      to: to > from ? (ends[to - 1] ?? at) : (starts[from] ?? at),
    }),
  };
}

function foldCharacter(character: string): string {
  if (INVISIBLE.test(character)) return '';
  if (character !== '\n' && /\s/.test(character)) return ' ';
  return character.normalize('NFKC').replace(DIGIT, asciiDigit);
}
