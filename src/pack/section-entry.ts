import type { SectionInfo } from './format.ts';
import { parseHex } from './parse-hex.ts';
import { toHex } from './to-hex.ts';

const NAME_BYTES = 8;
const DEFLATED = 1;
const NAME_THEN_PADDING = /^([a-z0-9]{1,8})\0*$/;

/** One line of the table: 56 bytes, described in docs/pack-format.md. */
export function writeEntry(view: DataView, at: number, info: SectionInfo): void {
  for (let place = 0; place < info.name.length; place += 1)
    view.setUint8(at + place, info.name.charCodeAt(place));
  view.setUint32(at + 8, info.offset, true);
  view.setUint32(at + 12, info.storedLength, true);
  view.setUint32(at + 16, info.rawLength, true);
  view.setUint32(at + 20, info.isDeflated ? DEFLATED : 0, true);
  const hash = parseHex(info.sha256, 32);
  if (!hash) throw new Error('pack: the platform gave something that is not a SHA-256');
  for (const [place, byte] of hash.entries()) view.setUint8(at + 24 + place, byte);
}

/** Reads one line of the table; null where its name or flags are nothing this version knows. */
export function readEntry(view: DataView, at: number): SectionInfo | null {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, 56);
  const name = NAME_THEN_PADDING.exec(String.fromCharCode(...bytes.subarray(0, NAME_BYTES)))?.[1];
  const flags = view.getUint32(at + 20, true);
  if (name === undefined || flags > DEFLATED) return null;
  return {
    name,
    offset: view.getUint32(at + 8, true),
    storedLength: view.getUint32(at + 12, true),
    rawLength: view.getUint32(at + 16, true),
    isDeflated: flags === DEFLATED,
    sha256: toHex(bytes.subarray(24)),
  };
}
