import { joined, type PlainRange, rangesOf } from './range.ts';

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
// As people write it where a form refuses the sign.
const EMAIL_IN_WORDS =
  /[\p{L}\p{N}._%+-]+\s*[([{]\s*(?:at|arroba|kwenye|آت)\s*[)\]}]\s*[\p{L}\p{N}-]+\s*(?:\.|[([{]\s*(?:dot|punto|nukta|دوت)\s*[)\]}])\s*\p{L}{2,}/giu;
const WITH_SCHEME = /(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)\]}،؛؟]/giu;
// Without a scheme: ends that people really write, so that "e.g." and "10.30pm" are none.
const BARE_HOST =
  /(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|info|me|io|co|app|ly|gle|uk|ke|us|es|mx|eg|gov|edu|int)(?:\/[^\s<>"]*[^\s<>".,;:!?)\]}،؛؟])?(?![\p{L}\p{N}@-])/giu;
// Names on social pages. Three letters at least: "@ 5pm" is none.
const HANDLE = /(?<![\p{L}\p{N}._%+/-])@[\p{L}\p{N}_.]*[\p{L}_][\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu;

export function emailRanges(text: string): PlainRange[] {
  return joined([...rangesOf(text, EMAIL), ...rangesOf(text, EMAIL_IN_WORDS)]);
}

export function linkRanges(text: string): PlainRange[] {
  return joined([WITH_SCHEME, BARE_HOST, HANDLE].flatMap((pattern) => rangesOf(text, pattern)));
}
