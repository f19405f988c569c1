import { fold } from '../../src/search/fold.ts';
import { isPinned } from '../../src/search/pinned-unicode.ts';
import { termsOf } from '../../src/search/words.ts';

const BLOCK = 256;
const LAST = 0x10ffff;

/**
 * What the search makes of every character that packs may hold, alone and inside a word: a number for each block of 256
 * code points (32-bit FNV-1a of the texts), so that a difference says where it is. How many characters there were comes last.
 */
export function foldAll(): number[] {
  const blocks: number[] = [];
  let characters = 0;
  for (let first = 0; first <= LAST; first += BLOCK) {
    let hash = 0x811c9dc5;
    for (let code = first; code < first + BLOCK; code++) {
      const character = String.fromCodePoint(code);
      if (!isPinned(character)) continue;
      characters++;
      const said = [fold(character), fold(`a${character}b`), ...termsOf(`a${character}b`)].join('|');
      for (let at = 0; at < said.length; at++) hash = Math.imul(hash ^ said.charCodeAt(at), 0x01000193);
    }
    blocks.push(hash >>> 0);
  }
  return [...blocks, characters];
}

Object.assign(globalThis, { foldAll });
