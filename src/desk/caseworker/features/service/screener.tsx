import { type ReactNode, useMemo, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { dayOf } from '../../../../core/dates.ts';
import type { ThreeValued } from '../../../../core/facts.ts';
import type { ShownListing } from '../../../../core/shown-listing.ts';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useNames } from '../../../shared/names.ts';
import { useWorkspace } from '../../desk-context.tsx';
import { type Answers, answersFrom, type Rule, rulesOf, screen } from '../../domain/screener.ts';

const ANSWERS: readonly ThreeValued[] = ['yes', 'no', 'unknown'];

/** The listing's own rules as questions to the worker; the profile answers what it can (C8). Never a score. */
export function Screener({ listing, instant }: { readonly listing: ShownListing; readonly instant: number }) {
  const { t } = useTranslation('desk-match');
  const listed = useListed();
  const { profile } = useWorkspace();
  const [said, setSaid] = useState<Answers>({});
  const today = dayOf(instant);
  const rules = useMemo(() => rulesOf(listing, today), [listing, today]);
  const answers = { ...answersFrom(profile, listing, rules), ...said };
  const { verdict, because, unsaid } = screen(rules, answers);
  return (
    <section className="screener" aria-labelledby="screener-title">
      <h3 id="screener-title">{t('screener.title')}</h3>
      {rules.rules.map((rule) => (
        <RadioGroup
          key={rule.id}
          className="question"
          value={answers[rule.id] ?? 'unknown'}
          onChange={(value) => setSaid({ ...said, [rule.id]: value as ThreeValued })}
          orientation="horizontal"
        >
          <Label>
            <RuleWords rule={rule} listing={listing} />
          </Label>
          {ANSWERS.map((value) => (
            <Radio key={value} value={value} className="radio">
              {t(`screener.answers.${value}`)}
            </Radio>
          ))}
        </RadioGroup>
      ))}
      <p role="status" className={`verdict verdict-${verdict}`}>
        <strong>{t(`screener.verdicts.${verdict}`)}</strong>{' '}
        {listed(because.map((id) => t(`screener.rules.${id}`)))}
      </p>
      {unsaid.length > 0 && (
        <p className="quiet">
          {t('screener.unsaid', { list: listed(unsaid.map((id) => t(`screener.rules.${id}`))) })}
        </p>
      )}
    </section>
  );
}

function RuleWords({ rule, listing }: { readonly rule: Rule; readonly listing: ShownListing }): ReactNode {
  const { t } = useTranslation('desk-match');
  const { t: service } = useTranslation('service');
  const names = useNames();
  const quoted = (words: string) => <ForeignText language={listing.text_language}>{words}</ForeignText>;
  switch (rule.id) {
    case 'age':
      return t('screener.ask.age', { range: names.ages(rule.from, rule.to) });
    case 'only-for':
      return t('screener.ask.only-for', { list: names.listed(rule.groups.map(names.group)) });
    case 'not-for':
      return t('screener.ask.not-for', { list: names.listed(rule.groups.map(names.group)) });
    case 'status':
      return (
        <>
          {t('screener.ask.status', { list: names.listed(rule.accepted.map(names.status)) })}{' '}
          {rule.words && quoted(rule.words)}
        </>
      );
    case 'documents':
      return (
        <>
          {t('screener.ask.documents')} {quoted(rule.documents.join('; '))}
        </>
      );
    case 'area':
      return (
        <>
          {t('screener.ask.area')} {quoted(rule.areas.join(', '))}
        </>
      );
    case 'referral':
      return rule.by
        ? `${t('screener.ask.referral')} ${service(`ask.by.${rule.by}`)}`
        : t('screener.ask.referral');
    default:
      return (
        <>
          {t(`screener.ask.${rule.id}`)} {rule.note && quoted(rule.note)}
        </>
      );
  }
}
