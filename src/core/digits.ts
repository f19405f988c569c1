/** A digit of any script but our own, which most texts have and need no change. */
export const DIGIT = /(?![0-9])\p{Nd}/gu;

/** The ASCII digit for a `DIGIT`: Unicode has those of a script in a row, from zero to nine, and rows side by side. */
export function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (isDigit(first - 1)) first -= 1;
  return String((code - first) % 10);
}

function isDigit(code: number): boolean {
  return /\p{Nd}/u.test(String.fromCodePoint(code));
}
