import { useId } from 'react';
import type { IsoDate } from '../../../core/dates.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { useCaseload } from '../desk-context.tsx';
import type { ListingSignal, SignalKind } from '../domain/signal.ts';
import { type Signals, useSignals } from '../use-signals.ts';
import '../referrals.css';

interface SignalOfferProps {
  readonly listingId: string;
  /** What may be told from here. */
  readonly kinds: readonly SignalKind[];
  /** When it happened, where that was not today; only its week is told. */
  readonly on?: IsoDate;
}

/** One tap tells the directory about a service, and nothing about anybody else; first it shows every word of it (C10). */
export function SignalOffer({ listingId, kinds, on }: SignalOfferProps) {
  const { t } = useTranslation('desk-referrals');
  const { phase } = useCaseload();
  const signals = useSignals();
  const titleId = useId();
  return (
    <section className="signal-offer" aria-labelledby={titleId}>
      <h3 id={titleId}>{t('signals.title')}</h3>
      {phase === 'open' ? (
        <>
          <p className="note">{t('signals.why')}</p>
          {kinds.map((kind) => (
            <OneSignal
              key={kind}
              kind={kind}
              signal={signals.signalOf(listingId, kind, on)}
              signals={signals}
            />
          ))}
        </>
      ) : (
        <p className="note">{t('signals.locked')}</p>
      )}
    </section>
  );
}

interface OneSignalProps {
  readonly kind: SignalKind;
  readonly signal: ListingSignal;
  readonly signals: Signals;
}

function OneSignal({ kind, signal, signals }: OneSignalProps) {
  const { t } = useTranslation('desk-referrals');
  const isIn = signals.has(signal);
  const what = t(`signals.kinds.${kind}`);
  return (
    <div className="one-signal">
      <button type="button" className="button-quiet" disabled={isIn} onClick={() => signals.add(signal)}>
        {t('signals.later', { what })}
      </button>
      <p role="status">{isIn && t('signals.isIn', { what })}</p>
      {!isIn && (
        <details>
          <summary>{t('signals.exactly')}</summary>
          <FileText text={signals.textWith(signal)} label={`${t('signals.exactly')}: ${what}`} />
        </details>
      )}
    </div>
  );
}

interface FileTextProps {
  readonly text: string;
  readonly label: string;
}

/** A file as it is, letter by letter. */
export function FileText({ text, label }: FileTextProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and without a mouse only by being focused.
    <section className="file-text" aria-label={label} tabIndex={0}>
      <pre dir="ltr">{text}</pre>
    </section>
  );
}
