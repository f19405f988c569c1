/** Bytes one after another, big-endian; grows as it is written. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  byte(value: number): this {
    this.#bytes.push(value & 0xff);
    return this;
  }

  pair(value: number): this {
    return this.byte(value >>> 8).byte(value);
  }

  four(value: number): this {
    return this.pair(value >>> 16).pair(value);
  }

  all(bytes: Iterable<number>): this {
    for (const value of bytes) this.#bytes.push(value);
    return this;
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what nobody vouches for: past the end it gives zeros and remembers that it did. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }

  pair(): number {
    return this.byte() * 256 + this.byte();
  }

  four(): number {
    return this.pair() * 65_536 + this.pair();
  }

  some(count: number): Uint8Array {
    const from = this.#at;
    this.#at += count;
    return this.#bytes.subarray(from, this.#at);
  }

  /** Whether exactly everything was read: nothing missing, nothing behind. */
  isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }
}

/** CRC-16 of IBM 3740 ("CCITT-FALSE"): polynomial 0x1021, begun with 0xffff. Finds a slip, proves nothing of who wrote. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}
