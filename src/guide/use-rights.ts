import type { RegionRights } from '../core/rights.ts';
import { useSession } from './context.tsx';
import { useReply } from './use-reply.ts';

/** The rights pages of her place that say all words of a text, every page where it is empty; null until they are there. */
export function useRights(text: string): RegionRights | null {
  const { place, language } = useSession();
  return useReply(place?.region ? { kind: 'rights', region: place.region, language, text } : null);
}
