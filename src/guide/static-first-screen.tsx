import { createInstance } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import type { FirstScreenCountry } from '../core/first-screen-country.ts';
import { exitSiteOf } from '../page/exit-site.ts';
import { WordsProvider } from '../page/translation.tsx';
import { DEFAULT_LANGUAGE, directionOf, startWords, type Words } from '../page/words.ts';
import { FirstScreen } from './screens/first-screen.tsx';
import { Shell } from './shell.tsx';

interface StaticFirstScreen {
  readonly name: string;
  readonly words: Readonly<Record<string, Words>>;
  readonly exitSites: Readonly<Record<string, readonly string[]>>;
  readonly countries: readonly FirstScreenCountry[];
  /** Whether a phone keeps the lists before it is asked (TR-1). */
  readonly keeps: boolean;
  readonly drafts: ReadonlySet<string>;
}

/**
 * The first screen as HTML, a `<details>` block a language: readable and usable before any script, or without it. The
 * boot file opens one before the first paint; the running app draws the same markup in its place.
 */
export async function staticFirstScreens({
  name,
  words,
  exitSites,
  countries,
  keeps,
  drafts,
}: StaticFirstScreen): Promise<string> {
  const languages = Object.keys(words).map((code) => ({ code, name: nameOf(words[code]) }));
  const blocks: string[] = [];
  for (const { code, name: languageName } of languages) {
    const instance = await startWords(code, words[code] ?? {}, createInstance());
    blocks.push(
      renderToStaticMarkup(
        <details data-first={code} lang={code} dir={directionOf(code)} open={code === DEFAULT_LANGUAGE}>
          <summary className="language-summary">{languageName}</summary>
          <WordsProvider value={instance}>
            <Shell title={name} exitHref={exitSiteOf(exitSites, code)} tab="first">
              <FirstScreen
                languages={languages}
                language={code}
                countries={countries}
                country={null}
                placeName={null}
                isDraft={drafts.has(code)}
                showsNotice
                keeps={keeps}
              />
            </Shell>
          </WordsProvider>
        </details>,
      ),
    );
  }
  return blocks.join('').replaceAll(' id="main"', '').replaceAll(' id="exit-status"', '');
}

function nameOf(words: Words | undefined): string {
  return (words?.common as { language?: string } | undefined)?.language ?? '';
}
