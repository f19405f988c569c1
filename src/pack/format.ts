// Names and limits of the pack file; docs/pack-format.md says them in words.

export const MAGIC = 'WPK1';
/** The only one that is read: in those before it the search index was JSON, and lay on hosts of the demo alone. */
export const FORMAT_VERSION = 3;
export const HEADER_BYTES = 16;
export const ENTRY_BYTES = 56;
export const RECORDS_PER_CHUNK = 256;

/** Raised with every app that reads what none before it could; an index says which it needs (`min_app`). */
export const APP = 1;

export const LIMITS = {
  packBytes: 8 * 1024 * 1024,
  // 20,000 listings with two lines of text each are 42 MB (measured); a phone inflates one section at a time.
  rawBytes: 64 * 1024 * 1024,
  records: 20_000,
  sections: 512,
  rightsBytes: 1024 * 1024,
  indexBytes: 64 * 1024,
  signatureBytes: 16 * 1024,
} as const;

/** `meta` describes the pack, `indx` is the search index, `card` what it shows of a listing, `town` the places, `rght` the rights pages, `c000`… the records in chunks. */
export type SectionName = string;

export interface SectionInfo {
  readonly name: SectionName;
  readonly offset: number;
  /** Bytes in the file. */
  readonly storedLength: number;
  /** Bytes once inflated; equal to storedLength when the section is stored as it is. */
  readonly rawLength: number;
  readonly isDeflated: boolean;
  /** SHA-256 of the stored bytes, in hexadecimal. */
  readonly sha256: string;
}

export interface PackMeta {
  readonly region: string;
  readonly version: number;
  readonly records: number;
  readonly schema: number;
  readonly built_on: string;
  readonly licence: string;
}

/** Hash and compression differ between platforms, so they are arguments. */
export interface Platform {
  sha256(bytes: Uint8Array): Promise<string>;
  inflate(bytes: Uint8Array, limit: number): Promise<Uint8Array>;
  deflate(bytes: Uint8Array): Promise<Uint8Array>;
  /** Whether the Ed25519 signature by the public key (32 bytes) is over exactly these bytes. */
  verifyEd25519(publicKey: Uint8Array, signature: Uint8Array, bytes: Uint8Array): Promise<boolean>;
}

export type PackProblem =
  | { readonly kind: 'pack-damaged'; readonly detail: string }
  | { readonly kind: 'pack-too-new'; readonly version: number }
  | { readonly kind: 'pack-too-large'; readonly limit: number };
