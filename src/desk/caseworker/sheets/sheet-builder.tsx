import { directionOf } from '../../../page/words.ts';
import { riskyWordsOf } from '../domain/build-sheet.ts';
import type { SheetWords } from '../domain/sheet-words.ts';
import { Paper } from './paper.tsx';
import { PrintPaper } from './print-paper.tsx';
import { ScreenSheet } from './screen-sheet.tsx';
import { type SheetChoices, type SheetPair, sizeOf } from './sheet-choices.ts';
import { WholeSheet } from './whole-sheet.tsx';

interface SheetBuilderProps extends SheetPair {
  readonly choices: SheetChoices;
  /** Of the worker. */
  readonly words: SheetWords;
}

/** The sheet as it will be beside the same in the worker's language, and the way to print or to show it (C4, S13). */
export function SheetBuilder({ theirs, own, choices, words }: SheetBuilderProps) {
  const { layout } = choices;
  const size = sizeOf(choices);
  const t = words.sheet;
  const risky = theirs.isDiscreet ? riskyWordsOf(theirs) : [];
  return (
    <div className="sheet-builder">
      {theirs.draft && (
        <p className="notice">{t('builder.draft', { language: words.languageName(theirs.language) })}</p>
      )}
      {risky.length > 0 && (
        <p className="notice" role="alert">
          {t('builder.risky', { words: words.list(risky) })}
        </p>
      )}
      <p className="notice notice-quiet">
        {t(layout === 'screen' ? 'builder.traceScreen' : 'builder.trace')}
      </p>
      {layout !== 'screen' && (
        <>
          {layout === 'card' && <p>{t('builder.cardHow')}</p>}
          {layout === 'zine' && <p>{t('builder.zineHow')}</p>}
          <p>{t('builder.header')}</p>
          <button type="button" className="button" onClick={() => window.print()}>
            {t('builder.print')}
          </button>
          <PrintPaper sheet={theirs} layout={layout} size={size} />
        </>
      )}
      <div className="sheet-pair">
        <section>
          <h2>{t('builder.theirs', { language: words.languageName(theirs.language) })}</h2>
          {layout === 'screen' ? (
            <ScreenSheet sheet={theirs} words={words} />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and without a mouse only by being focused.
            <section className="paper-preview" tabIndex={0} aria-label={t(`builder.layouts.${layout}`)}>
              <Paper sheet={theirs} layout={layout} size={size} isPreview />
            </section>
          )}
        </section>
        {theirs.language !== own.language && (
          <section>
            <h2>{t('builder.yours', { language: words.languageName(own.language) })}</h2>
            <div className="sheet-on-screen" lang={own.language} dir={directionOf(own.language)}>
              <WholeSheet sheet={own} isPart />
            </div>
          </section>
        )}
      </div>
    </div>
  );
}
