// The two signed files that name everything else. Signatures are detached, over the exact bytes.

export interface RootFile {
  readonly type: 'root';
  readonly spec: 1;
  readonly version: number;
  readonly expires: string;
  /** True for keys made for development; production builds refuse them. */
  readonly dev: boolean;
  /** keyid (first 16 hexadecimal digits of SHA-256 of the key) to the public key in hexadecimal. */
  readonly keys: Readonly<Record<string, string>>;
  readonly roles: {
    readonly root: { readonly keyids: readonly string[]; readonly threshold: number };
    readonly index: { readonly keyids: readonly string[]; readonly threshold: number };
  };
}

export interface RegionEntry {
  readonly id: string;
  readonly kind: 'world' | 'region' | 'sample';
  /** Name by language; `en` is always there. */
  readonly name: Readonly<Record<string, string>>;
  readonly country: string;
  readonly timezone: string;
  readonly version: number;
  /** `packs/<sha256>.bin`, from the folder the index is in. */
  readonly path: string;
  readonly length: number;
  readonly sha256: string;
  readonly records: number;
  readonly schema: number;
  /** SHA-256 of what the pack says, whatever deflated it (`contentOf`); a list signed before there was such a thing has none. */
  readonly content?: string | undefined;
  /** From earlier versions to this one. */
  readonly deltas?: readonly DeltaEntry[] | undefined;
}

/** A file `packs/<sha256>.bin` that holds what has changed since a version with another content. */
export interface DeltaEntry {
  readonly from: string;
  readonly sha256: string;
  readonly length: number;
}

export interface IndexFile {
  readonly type: 'index';
  readonly spec: 1;
  readonly version: number;
  /** ISO instants. */
  readonly issued: string;
  readonly expires: string;
  readonly regions: readonly RegionEntry[];
  readonly revoked: readonly { readonly service_id: string; readonly from: string }[];
  readonly min_app: number;
}

export interface SignatureFile {
  readonly sigs: readonly { readonly keyid: string; readonly sig: string }[];
}
