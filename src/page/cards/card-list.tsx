import { useState } from 'react';
import { useTranslation } from '../translation.tsx';
import { CARDS, type Card, sentenceOf, spokenLanguages } from './card.ts';
import { ShownCard } from './shown-card.tsx';

interface Language {
  readonly code: string;
  readonly name: string;
}

interface CardListProps {
  /** Of the page. */
  readonly language: string;
  /** Those that the cards are written in. */
  readonly languages: readonly Language[];
  /** Of the country of the list that is open, where it is known; never guessed from the device. */
  readonly localLanguages: readonly string[];
  /** The one who holds the card up may read another language than the one who works the page. */
  readonly choosesOwn?: boolean;
  /** Brings the words of a language; rejects where they cannot be had. */
  readonly fetchWords: (language: string) => Promise<void>;
  readonly exit: { readonly href: string; readonly label: string };
}

/** Sentences to hold up to somebody who reads another language. */
export function CardList({
  language,
  languages,
  localLanguages,
  choosesOwn = false,
  fetchWords,
  exit,
}: CardListProps) {
  const { t } = useTranslation('cards');
  const offered = [...languages].sort((a, b) => placeIn(localLanguages, a) - placeIn(localLanguages, b));
  const known = offered.find(({ code }) => localLanguages.includes(code))?.code ?? null;
  const [local, setLocal] = useState(known);
  const [own, setOwn] = useState(language);
  const [shown, setShown] = useState<Card | null>(null);
  const [isMissing, setMissing] = useState(false);
  const show = async (card: Card) => {
    const isHere = await Promise.all([local ?? '', own].map(fetchWords)).then(
      () => true,
      () => false,
    );
    setMissing(!isHere);
    if (isHere) setShown(card);
  };
  return (
    <>
      <p className="quiet">{t('trace')}</p>
      <LanguageChoice label={t('local')} languages={offered} chosen={local} onChange={setLocal} />
      {choosesOwn && <LanguageChoice label={t('own')} languages={languages} chosen={own} onChange={setOwn} />}
      <p role="status">{isMissing && t('notHere')}</p>
      {local ? <Rows language={language} onShow={(card) => void show(card)} /> : <p>{t('choose')}</p>}
      {shown && local && (
        <ShownCard card={shown} local={local} own={own} exit={exit} onClose={() => setShown(null)} />
      )}
    </>
  );
}

/** Those of the place first, in its own order. */
function placeIn(localLanguages: readonly string[], { code }: Language): number {
  const place = localLanguages.indexOf(code);
  return place < 0 ? localLanguages.length : place;
}

interface LanguageChoiceProps {
  readonly label: string;
  readonly languages: readonly Language[];
  readonly chosen: string | null;
  readonly onChange: (code: string) => void;
}

function LanguageChoice({ label, languages, chosen, onChange }: LanguageChoiceProps) {
  return (
    <fieldset className="card-languages">
      <legend>{label}</legend>
      <div className="card-choices">
        {languages.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            className="button-quiet"
            lang={code}
            aria-pressed={code === chosen}
            onClick={() => onChange(code)}
          >
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

interface RowsProps {
  readonly language: string;
  readonly onShow: (card: Card) => void;
}

function Rows({ language, onShow }: RowsProps) {
  return (
    <ul className="plain-list card-rows">
      {CARDS.map((id) => (
        <li key={id}>
          {id === 'interpreter' ? (
            <Interpreter language={language} onShow={onShow} />
          ) : (
            <button type="button" className="row-button" onClick={() => onShow({ id })}>
              {sentenceOf({ id }, language)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The one sentence with a gap: it opens the languages that fill it. */
function Interpreter({ language, onShow }: RowsProps) {
  const { t } = useTranslation('cards');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="row-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('needInterpreter')}
      </button>
      {isOpen && (
        <fieldset className="card-languages">
          <legend>{t('which')}</legend>
          <div className="card-choices">
            {spokenLanguages(language).map(({ code, name }) => (
              <button
                key={code}
                type="button"
                className="button-quiet"
                onClick={() => onShow({ id: 'interpreter', spoken: code })}
              >
                {name}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
