import { isOneOf } from '../../../../core/codes.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { type Finding, PROBLEM_KINDS } from './findings.ts';

/** What is wrong, and what to do about it. */
export function useFindingWords(): (finding: Finding) => string {
  const { t } = useTranslation('vol-editor');
  return ({ rule }) =>
    isOneOf(PROBLEM_KINDS, rule)
      ? t(`problems.${rule}`)
      : t(`rules.${rule}` as 'rules.reading-level', { defaultValue: t('problems.wrong') });
}
