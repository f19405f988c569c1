import { createInstance } from 'i18next';
import { createRoot } from 'react-dom/client';
import type { ShownListing } from '../../src/core/shown-listing.ts';
import { buildSheet } from '../../src/desk/caseworker/domain/build-sheet.ts';
import type { PaperLayout, PaperSize } from '../../src/desk/caseworker/sheets/paper.tsx';
import { PrintPaper } from '../../src/desk/caseworker/sheets/print-paper.tsx';
import { sheetWordsOf } from '../../src/desk/caseworker/sheets/sheet-words-of.ts';
import { QrCode } from '../../src/ui/qr/qr-code.tsx';

// A page with nothing but sheets, for stories that print many of them, of services that no list has: how the desk comes to
// print one is told in sheet.story.ts.

/** What a story puts into the page before this script. */
export interface HarnessData {
  readonly listings: readonly ShownListing[];
  /** By language, then by file. */
  readonly words: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly language: string;
  readonly isDiscreet: boolean;
  readonly instant: number;
  /** A hand-over code, instead of paper. */
  readonly code?: string;
  readonly paper: { readonly layout: PaperLayout; readonly size: PaperSize } | null;
}

const data = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as HarnessData;
const words = createInstance();
await words.init({
  lng: 'en',
  fallbackLng: false,
  resources: data.words,
  interpolation: { escapeValue: false },
});
const wordsIn = (language: string) => sheetWordsOf(words, language);
const root = document.getElementById('root');
if (root) createRoot(root).render(<Shown />);

function Shown() {
  if (data.code) return <QrCode text={data.code} label="code" />;
  return data.paper && <OnlyPaper {...data.paper} />;
}

function OnlyPaper({ layout, size }: NonNullable<HarnessData['paper']>) {
  const sheet = buildSheet(data.listings, {
    words: wordsIn(data.language),
    localWords: wordsIn('en'),
    instant: data.instant,
    listIssued: data.instant,
    isDiscreet: data.isDiscreet,
    isDraft: data.language !== 'en',
  });
  return <PrintPaper sheet={sheet} layout={layout} size={size} />;
}
