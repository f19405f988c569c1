import { createInstance } from 'i18next';
import { createRoot } from 'react-dom/client';
import type { ShownListing } from '../../src/core/shown-listing.ts';
import { buildSheet } from '../../src/desk/caseworker/domain/build-sheet.ts';
import type { PaperLayout, PaperSize } from '../../src/desk/caseworker/sheets/paper.tsx';
import { PrintPaper } from '../../src/desk/caseworker/sheets/print-paper.tsx';
import { SheetBuilder } from '../../src/desk/caseworker/sheets/sheet-builder.tsx';
import { sheetWordsOf } from '../../src/desk/caseworker/sheets/sheet-words-of.ts';
import { QrCode } from '../../src/ui/qr/qr-code.tsx';

// A page with nothing but sheets, for the story that prints them: the desk around them has stories of its own.

/** What a story puts into the page before this script. */
export interface HarnessData {
  readonly listings: readonly ShownListing[];
  /** By language, then by file. */
  readonly words: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly language: string;
  readonly isDiscreet: boolean;
  readonly instant: number;
  /** Null: the builder with all its choices. */
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
  return data.paper ? (
    <OnlyPaper {...data.paper} />
  ) : (
    <main>
      <h1>Desk</h1>
      <h2>Client</h2>
      <Builder />
    </main>
  );
}

function OnlyPaper({ layout, size }: NonNullable<HarnessData['paper']>) {
  const sheet = buildSheet(data.listings, {
    words: wordsIn(data.language),
    localWords: wordsIn('en'),
    instant: data.instant,
    listIssued: data.instant,
    isDiscreet: data.isDiscreet,
  });
  return <PrintPaper sheet={sheet} layout={layout} size={size} />;
}

function Builder() {
  return (
    <SheetBuilder
      listings={data.listings}
      languages={Object.keys(data.words).map((code) => ({ code, name: code }))}
      workerLanguage="en"
      wordsIn={wordsIn}
      instant={data.instant}
      listIssued={data.instant}
    />
  );
}
