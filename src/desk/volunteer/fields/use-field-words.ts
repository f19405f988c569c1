import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { useNames } from '../../shared/names.ts';
import { fieldKey } from './field-key.ts';

type Group = 'modes' | 'places' | 'availability' | 'costs' | 'statuses' | 'answers' | 'methods';

/** Asked in words that fit also where nothing is known yet. */
const ASKED_EITHER_WAY = ['availability', 'status', 'immigration_eligibility'];

/** What values are said with. */
export interface FieldSay {
  readonly names: ReturnType<typeof useNames>;
  readonly service: TFunction<'service'>;
  readonly country: (code: string) => string;
  /** A code of one of our lists; one that this version does not know is said as it is. */
  readonly word: (group: Group, code: string) => string;
  readonly label: (field: string) => string;
  /** What is asked of a field in the deck. */
  readonly question: (field: string, isKnown: boolean) => string;
  /** The same, as it is said to whoever answers the telephone. */
  readonly spoken: (field: string, isKnown: boolean) => string;
}

type Key = 'answers.yes';

// Written out, so that words that nobody asks for are found.
const keyOf: Readonly<Record<Group, (code: string) => Key>> = {
  modes: (code) => `modes.${code}` as Key,
  places: (code) => `places.${code}` as Key,
  availability: (code) => `availability.${code}` as Key,
  costs: (code) => `costs.${code}` as Key,
  statuses: (code) => `statuses.${code}` as Key,
  answers: (code) => `answers.${code}` as Key,
  methods: (code) => `methods.${code}` as Key,
};

export function useFieldWords(): FieldSay {
  const { t } = useTranslation('vol-fields');
  const { t: service } = useTranslation('service');
  const { t: countries } = useTranslation('countries');
  const names = useNames();
  return useMemo(() => {
    const language = (field: string) => names.language(field.slice('translations.'.length));
    return {
      names,
      service,
      country: (code) => countries(`names.${code}` as 'names.KE', { defaultValue: code }),
      word: (group, code) => t(keyOf[group](code), { defaultValue: code }),
      label: (field) =>
        t(`names.${fieldKey(field)}` as 'names.name', { defaultValue: field, language: language(field) }),
      question: (field, isKnown) =>
        isKnown || ASKED_EITHER_WAY.includes(field)
          ? t(`questions.${fieldKey(field)}` as 'questions.any', { defaultValue: t('questions.any') })
          : t('questions.unknown'),
      spoken: (field, isKnown) =>
        t(`spoken.${fieldKey(field)}` as 'spoken.any', {
          defaultValue: isKnown
            ? t('spoken.any')
            : t('spoken.unknown', { field: t(`names.${fieldKey(field)}` as 'names.name') }),
        }),
    };
  }, [t, service, countries, names]);
}
