import { useState } from 'react';
import type { ShownListing } from '../../../core/shown-listing.ts';
import { buildSheet, defaultAlias, riskyWordsOf, type SheetOptions } from '../domain/build-sheet.ts';
import { riskyWordsIn } from '../domain/discreet.ts';
import type { SheetWords } from '../domain/sheet-words.ts';
import {
  directionOf,
  PAPER_LAYOUTS,
  PAPER_SIZES,
  Paper,
  type PaperLayout,
  type PaperSize,
} from './paper.tsx';
import { PrintPaper } from './print-paper.tsx';
import { ScreenSheet } from './screen-sheet.tsx';
import { WholeSheet } from './whole-sheet.tsx';
import './sheets.css';

export interface SheetBuilderProps extends Pick<SheetOptions, 'instant' | 'listIssued' | 'riskyWords'> {
  readonly listings: readonly ShownListing[];
  /** Each language that is shipped, by its own name. */
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly workerLanguage: string;
  readonly wordsIn: (language: string) => SheetWords;
}

const LAYOUTS = [...PAPER_LAYOUTS, 'screen'] as const;
const LOCALES_ON_LETTER = /-(US|CA|MX|PH)$/;

/** Language, layout and what is told, with the sheet as it will be beside the same in the worker's language (C4, S13). */
export function SheetBuilder(props: SheetBuilderProps) {
  const { listings, languages, workerLanguage, wordsIn, riskyWords = [] } = props;
  const [language, setLanguage] = useState(workerLanguage);
  const [layout, setLayout] = useState<PaperLayout | 'screen'>('sheet');
  const [size, setSize] = useState<PaperSize>(LOCALES_ON_LETTER.test(navigator.language) ? 'letter' : 'a4');
  const [isDiscreet, setDiscreet] = useState(true);
  const [aliases, setAliases] = useState<Readonly<Record<string, string>>>({});
  const words = wordsIn(workerLanguage);
  const theirs = wordsIn(language);
  // The same names on both, so that the worker can say "call Nour" and be understood.
  const agreed = Object.fromEntries(
    listings.map(({ id }, place) => [id, aliases[id]?.trim() || defaultAlias(place, theirs)]),
  );
  const options = { ...props, localWords: words, isDiscreet, aliases: agreed };
  const sheet = buildSheet(listings, { ...options, words: theirs });
  const same = buildSheet(listings, { ...options, words });
  const t = words.sheet;
  return (
    <div className="sheet-builder" lang={workerLanguage}>
      <div className="sheet-choices">
        <Choice label={t('builder.language')} value={language} onChange={setLanguage}>
          {languages.map(({ code, name }) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice label={t('builder.layout')} value={layout} onChange={(to) => setLayout(to as PaperLayout)}>
          {LAYOUTS.map((one) => (
            <option key={one} value={one}>
              {t(`builder.layouts.${one}`)}
            </option>
          ))}
        </Choice>
        {layout !== 'screen' && (
          <Choice label={t('builder.paper')} value={size} onChange={(to) => setSize(to as PaperSize)}>
            {PAPER_SIZES.map((one) => (
              <option key={one} value={one}>
                {t(`builder.papers.${one}`)}
              </option>
            ))}
          </Choice>
        )}
        <label className="sheet-check">
          <input type="checkbox" checked={isDiscreet} onChange={() => setDiscreet(!isDiscreet)} />
          {t('builder.discreet')}
        </label>
        {isDiscreet && <p className="quiet">{t('builder.discreetWhy')}</p>}
      </div>
      {isDiscreet && (
        <div className="sheet-aliases">
          {listings.map((listing, place) => (
            <Alias
              key={listing.id}
              label={t('builder.alias', { name: listing.name })}
              value={aliases[listing.id] ?? ''}
              unset={defaultAlias(place, theirs)}
              onChange={(alias) => setAliases({ ...aliases, [listing.id]: alias })}
              warning={(alias) => riskyWarning(alias, riskyWords, words)}
            />
          ))}
        </div>
      )}
      {isDiscreet && riskyWordsOf(sheet, riskyWords).length > 0 && (
        <p role="alert">{t('builder.risky', { words: riskyWordsOf(sheet, riskyWords).join(', ') })}</p>
      )}
      <p className="notice">{t(layout === 'screen' ? 'builder.traceScreen' : 'builder.trace')}</p>
      {layout !== 'screen' && (
        <>
          {layout === 'card' && <p>{t('builder.cardHow')}</p>}
          {layout === 'zine' && <p>{t('builder.zineHow')}</p>}
          <p>{t('builder.header')}</p>
          <button type="button" className="button" onClick={() => window.print()}>
            {t('builder.print')}
          </button>
          <PrintPaper sheet={sheet} layout={layout} size={size} />
        </>
      )}
      <div className="sheet-pair">
        <section>
          <h3>{t('builder.theirs', { language: words.languageName(language) })}</h3>
          {layout === 'screen' ? (
            <ScreenSheet sheet={sheet} words={words} />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and without a mouse only by being focused.
            <section className="paper-preview" tabIndex={0} aria-label={t(`builder.layouts.${layout}`)}>
              <Paper sheet={sheet} layout={layout} size={size} isPreview />
            </section>
          )}
        </section>
        {language !== workerLanguage && (
          <section>
            <h3>{t('builder.yours', { language: words.languageName(workerLanguage) })}</h3>
            <div className="sheet-on-screen" lang={workerLanguage} dir={directionOf(workerLanguage)}>
              <WholeSheet sheet={same} isPart />
            </div>
          </section>
        )}
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: React.ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <label className="sheet-choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </label>
  );
}

interface AliasProps {
  readonly label: string;
  readonly value: string;
  /** What stands on the sheet until somebody writes another. */
  readonly unset: string;
  readonly onChange: (alias: string) => void;
  readonly warning: (alias: string) => string | null;
}

function Alias({ label, value, unset, onChange, warning }: AliasProps) {
  const says = warning(value);
  return (
    <label className="sheet-choice">
      <span>{label}</span>
      <input
        type="text"
        value={value}
        placeholder={unset}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={says !== null}
        onChange={(event) => onChange(event.target.value)}
      />
      {says && <span role="alert">{says}</span>}
    </label>
  );
}

function riskyWarning(alias: string, more: readonly string[], { sheet }: SheetWords): string | null {
  const risky = riskyWordsIn(alias, more);
  return risky.length > 0 ? sheet('builder.risky', { words: risky.join(', ') }) : null;
}
