// Sets of listings: a bit each, 32 to a word. Every set of an index has the same number of words.

export type Bits = Uint32Array;

export function wordsFor(count: number): number {
  return (count + 31) >>> 5;
}

/** The set of all numbers below `count`. */
export function allOf(count: number): Bits {
  const bits = new Uint32Array(wordsFor(count)).fill(0xffffffff);
  if (count % 32 !== 0) bits[bits.length - 1] = 0xffffffff >>> (32 - (count % 32));
  return bits;
}

export function hasBit(bits: Bits, number: number): boolean {
  return (((bits[number >>> 5] as number) >>> (number & 31)) & 1) === 1;
}

export function setBit(bits: Bits, number: number): void {
  (bits[number >>> 5] as number) |= 1 << (number & 31);
}

export function clearBit(bits: Bits, number: number): void {
  (bits[number >>> 5] as number) &= ~(1 << (number & 31));
}

// Plain loops: `map` over a typed array takes five times as long (measured).

export function both(one: Bits, other: Bits): Bits {
  const bits = new Uint32Array(one.length);
  for (let at = 0; at < bits.length; at++) bits[at] = (one[at] as number) & (other[at] as number);
  return bits;
}

export function without(one: Bits, other: Bits): Bits {
  const bits = new Uint32Array(one.length);
  for (let at = 0; at < bits.length; at++) bits[at] = (one[at] as number) & ~(other[at] as number);
  return bits;
}

export function addTo(bits: Bits, more: Bits): void {
  for (let at = 0; at < bits.length; at++) (bits[at] as number) |= more[at] as number;
}

/** How many are in all the sets. */
export function countOf(one: Bits, other: Bits = one): number {
  let count = 0;
  for (let at = 0; at < one.length; at++) {
    const word = (one[at] as number) & (other[at] as number);
    if (word !== 0) count += onesIn(word);
  }
  return count;
}

export function forEachBit(bits: Bits, visit: (number: number) => void): void {
  for (let at = 0; at < bits.length; at++) {
    for (let word = bits[at] as number; word !== 0; word &= word - 1) {
      visit((at << 5) | (31 - Math.clz32(word & -word)));
    }
  }
}

/** Counted in pairs, then fours, then bytes, which the multiplication adds up (Hacker's Delight, 5-1). */
export function onesIn(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
