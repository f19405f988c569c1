import { useState } from 'react';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { CheckGroup } from '../../../shared/check-group.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { useNames } from '../../../shared/names.ts';
import { SHIPPED_LANGUAGES, shippedOf, WordsIn } from '../../../shared/words-in.tsx';
import type { Client } from '../../caseload/cases.ts';
import { useWorkspace } from '../../desk-context.tsx';
import { factsToSay, MOST_FACTS, SCRIPT, SCRIPT_PARTS, type ScriptFact } from '../../domain/call-script.ts';
import type { ConsentItem } from '../../domain/consent.ts';

interface CallScriptProps {
  readonly client: Client;
  readonly allowed: readonly ConsentItem[];
}

/** The same words side by side, so that the client can follow what is said about them. */
export function CallScript({ client, allowed }: CallScriptProps) {
  const { t } = useTranslation('desk-referrals');
  const { language, profile } = useWorkspace();
  const names = useNames();
  const [theirs, setTheirs] = useState(() => shippedOf(client.profile.languages) ?? language);
  const [chosen, setChosen] = useState<readonly ConsentItem[]>(() => allowed.slice(0, MOST_FACTS));
  const facts = factsToSay(allowed, chosen, profile);
  return (
    <section className="card" aria-labelledby="call-script">
      <h3 id="call-script">{t('call.script')}</h3>
      <div className="script-choices">
        <Choice
          label={t('call.clientLanguage')}
          value={theirs}
          options={SHIPPED_LANGUAGES.map(({ code, name }) => ({ id: code, label: name, language: code }))}
          onChange={setTheirs}
        />
        <div>
          <CheckGroup
            label={t('call.facts')}
            options={allowed.map((id) => ({ id, label: t(`consent.items.${id}`) }))}
            chosen={facts.map(({ item }) => item)}
            onChange={setChosen}
            most={MOST_FACTS}
          />
          <p className="note">{t('call.factsWhy')}</p>
        </div>
      </div>
      {theirs === language && <p className="note">{t('call.sameLanguage')}</p>}
      <div className="script-pair">
        <div className="script" data-script="yours">
          <h4>{t('call.yours', { language: names.language(language) })}</h4>
          <WordsIn language={language}>
            <Script facts={facts} />
          </WordsIn>
        </div>
        {theirs !== language && (
          <div className="script" data-script="theirs">
            <h4>{t('call.theirs', { language: names.language(theirs) })}</h4>
            <WordsIn language={theirs}>
              <Script facts={facts} />
            </WordsIn>
          </div>
        )}
      </div>
    </section>
  );
}

/** In whichever language is around it. */
function Script({ facts }: { readonly facts: readonly ScriptFact[] }) {
  const { t } = useTranslation('desk-referrals');
  return (
    <ol>
      {SCRIPT_PARTS.map((part) => (
        <li key={part}>
          <strong>{t(`script.parts.${part}`)}</strong>
          {SCRIPT[part].map((line) => (
            <p key={line}>{t(`script.${line}`)}</p>
          ))}
          {part === 'facts' && <Facts facts={facts} />}
        </li>
      ))}
    </ol>
  );
}

function Facts({ facts }: { readonly facts: readonly ScriptFact[] }) {
  const { t } = useTranslation('desk-referrals');
  const listed = useListed();
  const wordsOf = useCodeWords();
  if (facts.length === 0) return <p>{t('script.nothing')}</p>;
  return (
    <>
      <p>{t('script.agreed')}</p>
      <ul>
        {facts.map(({ item, codes }) => {
          const what = t(`consent.items.${item}`);
          const list = listed(codes.map((code) => wordsOf(item, code)));
          return <li key={item}>{list ? t('script.told', { what, list }) : t('script.own', { what })}</li>;
        })}
      </ul>
    </>
  );
}

function useCodeWords(): (item: ConsentItem, code: string) => string {
  const { t } = useTranslation('desk-match');
  const names = useNames();
  return (item, code) => {
    switch (item) {
      case 'needs':
        return names.need(code);
      case 'languages':
        return names.language(code);
      case 'who-comes-along':
        return t(`form.companions.${code}` as 'form.companions.children-welcome', { defaultValue: code });
      case 'age-band':
        return t(`form.ages.${code}` as 'form.ages.16-17', { defaultValue: code });
      case 'immigration-status':
        return names.status(code);
      default:
        return names.feature(code);
    }
  };
}
