import type { JsonValue } from '../../../core/edits/edit.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { Digits, ForeignText, tamed } from '../../../ui/foreign-text.tsx';
import { useFieldWords } from './use-field-words.ts';
import { valueLines } from './value-lines.ts';

interface FieldValueProps {
  readonly field: string;
  readonly value: JsonValue;
  /** Of the listing's own words. */
  readonly language: string | undefined;
}

/** What a listing says in one field. */
export function FieldValue({ field, value, language }: FieldValueProps) {
  const { t } = useTranslation('vol-fields');
  const say = useFieldWords();
  const lines = valueLines(field, value, say);
  if (lines.length === 0) return <p className="value value-none">{t('nothing')}</p>;
  return (
    <div className="value">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names and never move
        <p key={at}>
          {line.isDigits ? (
            <Digits>{line.text}</Digits>
          ) : line.isForeign ? (
            <ForeignText language={language}>{line.text}</ForeignText>
          ) : (
            tamed(line.text)
          )}
        </p>
      ))}
    </div>
  );
}
