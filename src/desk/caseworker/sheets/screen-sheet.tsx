import { useState } from 'react';
import { directionOf } from '../../../page/words.ts';
import type { Sheet, SheetEntry } from '../domain/sheet.ts';
import { entryText, sheetText } from '../domain/sheet-text.ts';
import type { SheetWords } from '../domain/sheet-words.ts';
import { WholeSheet } from './whole-sheet.tsx';

interface ScreenSheetProps {
  readonly sheet: Sheet;
  /** Of the worker, who presses the buttons. */
  readonly words: SheetWords;
}

/** The screen that is turned round for somebody to read, copied whole or a service at a time. */
export function ScreenSheet({ sheet, words }: ScreenSheetProps) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (what: string, text: string) => {
    await navigator.clipboard.writeText(text);
    setCopied(what);
  };
  const button = (what: string, text: string) => (
    <button type="button" className="button-quiet" onClick={() => copy(what, text)}>
      {words.sheet(copied === what ? 'builder.copied' : 'builder.copy')}
    </button>
  );
  return (
    <div className="screen-sheet">
      <div className="screen-sheet-tools" lang={words.language}>
        {button('all', sheetText(sheet))}
      </div>
      <div className="sheet-on-screen" lang={sheet.language} dir={directionOf(sheet.language)}>
        <WholeSheet
          sheet={sheet}
          isPart
          actions={(entry: SheetEntry) => button(entry.id, entryText(entry))}
        />
      </div>
    </div>
  );
}
