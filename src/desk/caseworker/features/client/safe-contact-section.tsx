import { useId } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from '../../../../page/translation.tsx';
import { Check, CheckGroup } from '../../../shared/check-group.tsx';
import type { Client, KeptContact } from '../../caseload/cases.ts';
import { useCases, useDesk } from '../../desk-context.tsx';
import { type CallerSays, CONTACT_WAYS, noContact } from '../../domain/safe-contact.ts';
import { LintedText } from '../../fields/linted-text.tsx';
import { PrintOnly } from '../../sheets/print-only.tsx';
import { ContactCard } from './contact-card.tsx';
import { SafeTimes } from './safe-times.tsx';
import '../../sheets/sheets.css';

const SAYS = ['nothing', 'who-we-are', 'something-else'] as const;

/** How the client may be reached without harm (C7). Until somebody asks them: not at all. */
export function SafeContactSection({ client }: { readonly client: Client }) {
  const { t } = useTranslation('desk-clients');
  const { caseload } = useDesk();
  const kept = useCases().contacts.find(({ clientId }) => clientId === client.id);
  // One a client, so that two devices agree which.
  const card: KeptContact = kept ?? { ...noContact(client.id), id: `${client.id}-contact` };
  const set = (change: Partial<KeptContact>) => void caseload.put('contact', { ...card, ...change });
  const reviewId = useId();
  return (
    <section className="part" aria-labelledby="contact-title">
      <h2 id="contact-title">{t('contact.title')}</h2>
      <p className="note">{t('contact.why')}</p>
      <div className="two-halves">
        <div className="form">
          <CheckGroup
            label={t('contact.ways')}
            options={CONTACT_WAYS.map((id) => ({ id, label: t(`contact.way.${id}`) }))}
            chosen={card.ways}
            onChange={(ways) => set({ ways })}
          />
          <SafeTimes times={card.safeTimes} onChange={(safeTimes) => set({ safeTimes })} />
          <Check
            label={t('contact.voicemail')}
            isSelected={card.voicemail}
            onChange={(voicemail) => set({ voicemail })}
          />
          <RadioGroup
            className="field"
            value={card.says.kind}
            onChange={(kind) => set({ says: saysOf(kind as CallerSays['kind'], card.says) })}
          >
            <Label>{t('contact.says')}</Label>
            {SAYS.map((kind) => (
              <Radio key={kind} value={kind} className="radio">
                {t(`contact.say.${kind}`)}
              </Radio>
            ))}
          </RadioGroup>
          {card.says.kind === 'something-else' && (
            <LintedText
              label={t('contact.sayWords')}
              rows={1}
              value={card.says.words}
              onChange={(words) => set({ says: { kind: 'something-else', words } })}
            />
          )}
          <LintedText
            label={t('contact.whoElse')}
            hint={t('contact.whoElseHint')}
            value={card.whoElse}
            onChange={(whoElse) => set({ whoElse })}
          />
          <div className="field">
            <label htmlFor={reviewId}>{t('contact.review')}</label>
            <input
              id={reviewId}
              type="date"
              className="input input-short"
              value={card.reviewOn ?? ''}
              onChange={({ target }) => set({ reviewOn: target.value === '' ? null : target.value })}
            />
          </div>
        </div>
        <div>
          <div className="contact-preview">
            <ContactCard code={client.code} card={card} />
          </div>
          <p className="note">{t('contact.trace')}</p>
          <button type="button" className="button-quiet" onClick={() => window.print()}>
            {t('contact.print')}
          </button>
        </div>
      </div>
      <PrintOnly>
        <div className="contact-paper">
          <ContactCard code={client.code} card={card} />
        </div>
      </PrintOnly>
    </section>
  );
}

/** Words that were agreed come back where somebody chose wrongly for a moment. */
function saysOf(kind: CallerSays['kind'], before: CallerSays): CallerSays {
  if (kind !== 'something-else') return { kind };
  return before.kind === 'something-else' ? before : { kind, words: '' };
}
