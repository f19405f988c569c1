import { useId, useRef, useState } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { tamed } from '../../../ui/foreign-text.tsx';
import { PRIVATE_ATTRIBUTES } from '../../../ui/private-field/private-attributes.ts';
import { wordPlace } from '../domain/word-place.ts';
import { usePrivateWords } from '../use-private-words.ts';

interface LintedTextProps {
  readonly label: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * Words of the worker's own, with what in them could tell who a client is said beside them (C3). They stay in the field
 * even where they could not be kept, so that nothing is typed twice.
 */
export function LintedText({ label, hint, rows = 2, value, onChange }: LintedTextProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="note">
          {hint}
        </p>
      )}
      <textarea
        id={id}
        ref={field}
        className="input text-area"
        rows={rows}
        value={typed}
        onChange={(event) => {
          const words = tamed(event.target.value);
          setTyped(words);
          onChange(words);
        }}
        aria-describedby={hint ? `${id}-hint ${id}-found` : `${id}-found`}
        {...PRIVATE_ATTRIBUTES}
      />
      <Found
        id={`${id}-found`}
        text={typed}
        onShow={(from, to) => {
          field.current?.focus();
          field.current?.setSelectionRange(from, to);
        }}
      />
    </div>
  );
}

interface FoundProps {
  readonly id: string;
  readonly text: string;
  readonly onShow: (from: number, to: number) => void;
}

function Found({ id, text, onShow }: FoundProps) {
  const { t } = useTranslation('desk-clients');
  const { text: read, ranges, isMissing } = usePrivateWords(text);
  const kinds = [...new Set(ranges.map(({ kind }) => kind))];
  const list = kinds.map((kind) => t(`lint.kinds.${kind}`)).join(t('lint.and'));
  return (
    <>
      {/* What is read out changes with what is found, not with each letter. */}
      <p id={id} role="status" className={list || isMissing ? 'notice' : 'visually-hidden'}>
        {isMissing ? t('lint.missing') : list && t('lint.found', { list })}
      </p>
      {ranges.length > 0 && (
        <ul className="plain-list found-list">
          {ranges.map((range) => {
            const { first, last } = wordPlace(read, range);
            const place = first === last ? t('lint.word', { first }) : t('lint.words', { first, last });
            const what = t(`lint.kinds.${range.kind}`);
            return (
              <li key={`${range.kind} ${range.from}`}>
                {t('lint.at', { what, place })}{' '}
                <button
                  type="button"
                  className="link"
                  aria-label={t('lint.showWhat', { what, place })}
                  onClick={() => onShow(range.from, range.to)}
                >
                  {t('lint.show')}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
