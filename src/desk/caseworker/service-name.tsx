import { ForeignText } from '../../ui/foreign-text.tsx';
import type { NamedService } from './use-services.ts';

/** Set apart and read in its language; where there is no service, the words that say so are ours. */
export function ServiceName({ service: { listing, name } }: { readonly service: NamedService }) {
  return listing ? <ForeignText language={listing.text_language}>{name}</ForeignText> : name;
}
