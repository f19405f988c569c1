import type { ReactNode } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { Filled, ForeignText } from '../../../../ui/foreign-text.tsx';
import { Icon } from '../../../../ui/icons/icon.tsx';
import { useNames } from '../../../shared/names.ts';
import { useClaimWords } from '../../claim-words.ts';
import { useWorkspace } from '../../desk-context.tsx';
import type { Reason } from '../../domain/reason.ts';

const ICONS = { confirmed: 'tick', ask: 'ask', no: 'cross' } as const;

/** The reasons of a match in words: what is confirmed, what is not known, what is refused and why. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const words = useReasonWords();
  const { t } = useTranslation('desk-match');
  // A need that this service does not offer is a reason to look for a second one, not a line here.
  const told = reasons.filter(({ fact, outcome }) => fact !== 'needs' || outcome === 'confirmed');
  return (
    <ul className="reasons">
      {told.map((reason) => (
        <li key={reason.fact + reason.code} className={`reason reason-${reason.outcome}`}>
          <Icon name={ICONS[reason.outcome]} />
          <span>
            <span className="visually-hidden">{t(`outcomes.${reason.outcome}`)} </span>
            {words(reason)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useReasonWords(): (reason: Reason) => ReactNode {
  const { t } = useTranslation('desk-match');
  const { t: find } = useTranslation('find');
  const { t: service } = useTranslation('service');
  const names = useNames();
  const claimWords = useClaimWords();
  const { profile } = useWorkspace();

  const whatOf = ({ fact, code }: Reason): string => {
    switch (fact) {
      case 'needs':
        return names.need(code);
      case 'company':
      case 'access':
        return names.feature(code);
      case 'gender':
      case 'group':
        return names.group(code);
      case 'age':
        return t(`form.ages.${code as '16-17'}`);
      case 'barrier':
        return find(`filters.barrier.${code as 'id'}`);
      case 'language':
        return names.listed(profile.languages.map(names.language));
      default:
        return t(`facts.${fact}`);
    }
  };
  const plain = (reason: Reason): string => {
    const what = whatOf(reason);
    if (reason.outcome === 'ask') return t('words.ask', { what });
    if (reason.fact === 'barrier')
      return t(reason.outcome === 'no' ? 'words.asksFor' : 'words.asksNot', { what });
    if (reason.fact === 'cost') return service(reason.outcome === 'no' ? 'cost.paid' : 'cost.free');
    return what;
  };
  return (reason) => {
    const { ground, outcome } = reason;
    const what = whatOf(reason);
    switch (ground.kind) {
      case 'said':
      case 'not-said':
        return plain(reason);
      case 'claim':
        return claimWords(reason.fact === 'shares' ? 'shares' : 'status', ground.claim);
      case 'conditions':
        return t(ground.namesHers ? 'words.namesHers' : 'words.conditions', {
          list: names.listed(ground.accepted.map(names.status)),
        });
      case 'excludes-status':
        return t('words.excludesStatus');
      case 'spoken':
        return `${ground.code === '*' ? service('anyLanguage') : names.language(ground.code)} (${find(`filters.mode.${ground.mode}`)})`;
      case 'other-languages':
        return t('words.otherLanguages', { what, list: names.listed(ground.codes.map(names.language)) });
      case 'others-named':
        return t('words.othersNamed');
      case 'only-for':
        return t('words.onlyFor', { list: names.listed(ground.groups.map(names.group)) });
      case 'not-for':
        return t('words.notFor', { what });
      case 'everyone':
        return t('words.everyone', { what });
      case 'ages':
        return t(outcome === 'ask' ? 'words.agesAsk' : 'words.ages', {
          range: names.ages(ground.from, ground.to),
        });
      case 'distance': {
        const km = Math.max(1, Math.round(ground.km));
        return t(outcome === 'no' ? 'words.tooFar' : 'words.near', { km });
      }
      case 'in-area': {
        const area = <ForeignText>{ground.areaName}</ForeignText>;
        const key = outcome === 'ask' ? 'words.otherArea' : 'words.inArea';
        return <Filled sentence={(gaps) => t(key, gaps)} parts={{ area }} />;
      }
      case 'remote':
        return service('place.none');
      case 'note':
        return (
          <>
            {plain(reason)}: <ForeignText>{ground.words}</ForeignText>
          </>
        );
      case 'referrer':
        return service(`ask.by.${ground.by}`);
    }
  };
}
