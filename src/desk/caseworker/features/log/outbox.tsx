import { useState } from 'react';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Icon } from '../../../../ui/icons/icon.tsx';
import { saveFile } from '../../../shared/save-file.ts';
import { type ListingSignal, signalFile } from '../../domain/signal.ts';
import { FileText } from '../../panels/signal-offer.tsx';
import { ServiceName } from '../../service-name.tsx';
import type { NamedService } from '../../use-services.ts';
import { useSignals } from '../../use-signals.ts';

/** Says nothing to whoever sees the list of downloads. */
const FILE_NAME = 'notes.json';

/** What waits for the directory: to be seen, taken out, and handed over as a file to people. No server takes it (C10). */
export function Outbox({ serviceOf }: { readonly serviceOf: (id: string) => NamedService }) {
  const { t } = useTranslation('desk-referrals');
  const { outbox, remove, clear } = useSignals();
  const [said, setSaid] = useState('');
  const text = signalFile(outbox);
  const save = () => {
    saveFile({ path: FILE_NAME, text });
    setSaid(t('outbox.saved'));
  };
  return (
    <section className="card" aria-labelledby="outbox-title">
      <h2 id="outbox-title">
        {t('outbox.title')} <span className="quiet">{outbox.length}</span>
      </h2>
      <p role="status">{said}</p>
      {outbox.length === 0 ? (
        <p className="quiet">{t('outbox.empty')}</p>
      ) : (
        <>
          <ul className="plain-list outbox">
            {outbox.map((signal) => (
              <Waiting
                key={signalFile([signal])}
                signal={signal}
                service={serviceOf(signal.listing_id)}
                onRemove={() => {
                  remove(signal);
                  setSaid(t('outbox.removed'));
                }}
              />
            ))}
          </ul>
          <p>{t('outbox.why')}</p>
          <h3>{t('outbox.exactly')}</h3>
          <FileText text={text} label={t('outbox.exactly')} />
          <p className="notice">{t('outbox.trace')}</p>
          <p className="actions">
            <button type="button" className="button-quiet" onClick={save}>
              {t('outbox.save')}
            </button>
            <button
              type="button"
              className="button-quiet"
              onClick={() => {
                clear();
                setSaid(t('outbox.removed'));
              }}
            >
              {t('outbox.clear')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

interface WaitingProps {
  readonly signal: ListingSignal;
  readonly service: NamedService;
  readonly onRemove: () => void;
}

function Waiting({ signal, service, onRemove }: WaitingProps) {
  const { t } = useTranslation('desk-referrals');
  const { day } = useDates();
  const what = t(`signals.kinds.${signal.signal}`);
  return (
    <li className="shortlist-item">
      <span>
        <ServiceName service={service} />
        <strong className="outbox-what">{what}</strong>
        <span className="note">{t('outbox.week', { date: day(signal.week_of) })}</span>
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('outbox.removeName', { what, name: service.name })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
