import type { FieldChange, JsonValue } from '../../../core/edits/edit.ts';
import { type DiffPart, wordDiff } from '../../../core/edits/word-diff.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { tamed } from '../../../ui/foreign-text.tsx';
import { Icon } from '../../../ui/icons/icon.tsx';
import { FieldValue } from './field-value.tsx';

interface ChangeViewProps {
  readonly change: FieldChange;
  /** Of the listing's own words. */
  readonly language: string;
}

/** What a change takes away and what it brings: within a text word by word, else the one value beside the other (V10). */
export function ChangeView({ change, language }: ChangeViewProps) {
  const { t } = useTranslation('vol-editor');
  const { before, after } = change;
  if (typeof before === 'string' && typeof after === 'string' && isText(before) && isText(after))
    return <WordChange parts={wordDiff(before, after)} language={language} />;
  return (
    <div className="change-pair">
      <div className="change-side change-before">
        <Side field={change.field} value={before} language={language} none={t('words.none')} />
      </div>
      <Icon name="back" isDirectional />
      <div className="change-side change-after">
        <Side field={change.field} value={after} language={language} none={t('words.gone')} />
      </div>
    </div>
  );
}

interface SideProps {
  readonly field: string;
  readonly value: JsonValue;
  readonly language: string;
  /** What is said where there is nothing on this side. */
  readonly none: string;
}

function Side({ none, ...shown }: SideProps) {
  return shown.value === null ? <p className="value value-none">{none}</p> : <FieldValue {...shown} />;
}

function isText(value: string): boolean {
  return value.includes(' ') && !value.startsWith('https:');
}

function WordChange({ parts, language }: { readonly parts: readonly DiffPart[]; readonly language: string }) {
  const { t } = useTranslation('vol-editor');
  return (
    <p className="word-change" lang={language} dir="auto">
      {parts.map(({ kind, text }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
        if (kind === 'same') return <span key={at}>{tamed(text)}</span>;
        const Mark = kind === 'removed' ? 'del' : 'ins';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
          <Mark key={at}>
            <span className="visually-hidden">{t(`words.${kind}`)} </span>
            {tamed(text)}
          </Mark>
        );
      })}
    </p>
  );
}
