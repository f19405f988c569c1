import { gradeOf } from '../../../../core/edits/lint/flesch-kincaid.ts';
import { useTranslation } from '../../../../page/translation.tsx';

// Settled 41: grade 6 is the aim; a few words say nothing about how they read.
const EASY = 6;
const HARD = 9;
const FEWEST_WORDS = 6;

/** How hard a text is to read, in words; for English, the only language that the measure is made for. */
export function PlainMeter({ text, language }: { readonly text: string; readonly language: string }) {
  const { t } = useTranslation('vol-editor');
  if (!language.startsWith('en') || text.trim().split(/\s+/).length < FEWEST_WORDS) return null;
  const grade = gradeOf([text]);
  const verdict = grade <= EASY ? 'easy' : grade <= HARD ? 'middling' : 'hard';
  return (
    <p className={`plain-meter plain-${verdict}`} role="status">
      <meter
        min={0}
        max={16}
        low={EASY}
        high={HARD}
        optimum={0}
        value={Math.min(16, Math.max(0, grade))}
        aria-hidden
      />
      {t(`plain.${verdict}`)}
    </p>
  );
}
