import { recordsOf, sectionsOf } from '../../pack/remake-pack.ts';
import { nodePlatform } from '../node-platform.ts';

/** One listing as it lies in a pack. */
export type ListingRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** The listings of a pack that has been verified; throws where it has not been. */
export async function listingsOf(pack: Uint8Array): Promise<ListingRecord[]> {
  const sections = sectionsOf(pack, nodePlatform);
  const records = sections && (await recordsOf(sections));
  if (!records) throw new Error('cli: a pack was read before it was verified');
  return records as ListingRecord[];
}
