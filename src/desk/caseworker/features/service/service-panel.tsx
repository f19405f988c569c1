import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useDesk } from '../../desk-context.tsx';
import type { MatchRow } from '../../domain/match.ts';
import { SignalOffer } from '../../panels/signal-offer.tsx';
import { FactsTable } from '../compare/facts-table.tsx';
import { Reasons } from '../match/reason-words.tsx';
import { ShortlistButton } from '../match/shortlist-button.tsx';
import { Space } from '../match/space.tsx';
import { Screener } from './screener.tsx';

/** One service in the place of the list: is there space, why it fits, whether it will take her, and every fact. */
export function ServicePanel({ row, instant }: { readonly row: MatchRow; readonly instant: number }) {
  const { t } = useTranslation('desk-match');
  const { workspace } = useDesk();
  const { listing, hit } = row;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="side" aria-labelledby="service-title">
      <button type="button" className="button-quiet" onClick={() => workspace.set({ opened: null })}>
        {t('toList')}
      </button>
      <h2 id="service-title" ref={heading} tabIndex={-1}>
        <ForeignText language={listing.text_language}>{listing.name}</ForeignText>
      </h2>
      <Space hit={hit} instant={instant} />
      <ShortlistButton id={listing.id} name={listing.name} />
      <p>
        <ForeignText language={listing.text_language}>{listing.description}</ForeignText>
      </p>
      <Reasons reasons={row.reasons} />
      <Screener key={listing.id} listing={listing} instant={instant} />
      <FactsTable services={[row]} instant={instant} />
      <SignalOffer listingId={listing.id} kinds={['number-dead', 'wrong-hours']} />
    </section>
  );
}
