import i18next from 'i18next';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { tamed } from '../../../../ui/foreign-text.tsx';
import { Check } from '../../../shared/check-group.tsx';
import { useDesk, useDirectory, useWorkspace } from '../../desk-context.tsx';
import { defaultAlias } from '../../domain/build-sheet.ts';
import { sheetWordsOf } from '../../sheets/sheet-words-of.ts';
import { useListings } from '../../use-listings.ts';
import { AliasFields } from './alias-fields.tsx';
import { ShownCode } from './shown-code.tsx';
import { type ReadBy, usePlan } from './use-plan.ts';
import './hand-over.css';

/** The shortlist as a code for the client's phone. What it leaves behind is said before it is shown (C5). */
export function HandOverScreen() {
  const { t } = useTranslation('desk-code');
  const { workspace } = useDesk();
  const { shortlist } = useWorkspace();
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p>{t('why')}</p>
      {shortlist.length > 0 ? (
        <HandOver />
      ) : (
        <>
          <p className="notice">{t('empty')}</p>
          <button type="button" className="button" onClick={() => workspace.set({ screen: 'match' })}>
            {t('toMatch')}
          </button>
        </>
      )}
    </>
  );
}

function HandOver() {
  const { t } = useTranslation('desk-code');
  const { shortlist, language } = useWorkspace();
  const listings = useListings(shortlist);
  const [readBy, setReadBy] = useState<ReadBy>('has-list');
  const [isDiscreet, setDiscreet] = useState(true);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const words = sheetWordsOf(i18next, language);
  const unset = Object.fromEntries(shortlist.map((id, place) => [id, defaultAlias(place, words)]));
  const agreed = Object.fromEntries(shortlist.map((id) => [id, typed[id]?.trim() || unset[id] || '']));
  const { plan, from, show, showRest, hide } = usePlan({
    readBy,
    listings,
    aliases: isDiscreet ? agreed : null,
  });
  return (
    <>
      <RadioGroup className="hand-over-phone" value={readBy} onChange={(value) => setReadBy(value as ReadBy)}>
        <Label>{t('readBy.title')}</Label>
        <Radio value="has-list" className="radio">
          {t('readBy.hasList')}
        </Radio>
        <Radio value="any" className="radio">
          {t('readBy.any')}
        </Radio>
      </RadioGroup>
      <p className="quiet">{readBy === 'any' ? t('readBy.anyHow') : <Lists />}</p>
      {readBy === 'any' && (
        <>
          <Check label={t('discreet')} isSelected={isDiscreet} onChange={setDiscreet} />
          <p className="quiet">{t(isDiscreet ? 'discreetWhy' : 'namesWhy')}</p>
          {isDiscreet && <AliasFields listings={listings} typed={typed} unset={unset} onChange={setTyped} />}
        </>
      )}
      <Trace readBy={readBy} />
      {plan ? (
        <ShownCode key={from} plan={plan} listings={listings} onHide={hide} onRest={() => void showRest()} />
      ) : (
        <button type="button" className="button" onClick={() => void show()}>
          {t('show')}
        </button>
      )}
    </>
  );
}

/** Which lists the other phone must have. */
function Lists() {
  const { t } = useTranslation('desk-code');
  const listed = useListed();
  const { regions, language } = useWorkspace();
  const { directory } = useDirectory();
  const names = (directory?.regions ?? [])
    .filter(({ id }) => regions.includes(id))
    .map(({ id, name }) => tamed(name[language] ?? name.en ?? id));
  return t('readBy.hasListHow', { lists: listed(names) });
}

const TRACES = ['history', 'camera', 'kept', 'screen', 'client', 'here'] as const;

/** What is left where, before anything is shown. */
function Trace({ readBy }: { readonly readBy: ReadBy }) {
  const { t } = useTranslation('desk-code');
  return (
    <section className="notice notice-quiet hand-over-trace">
      <h2>{t('trace.title')}</h2>
      <ul>
        {TRACES.map((trace) => (
          <li key={trace}>
            {trace === 'kept' && readBy === 'any' ? t('trace.nothingKept') : t(`trace.${trace}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
