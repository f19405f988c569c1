import { directionOf } from '../../../page/words.ts';
import type { Sheet } from '../domain/sheet.ts';
import { Cards } from './cards.tsx';
import { WholeSheet } from './whole-sheet.tsx';
import { Zine } from './zine.tsx';
import './sheets.css';

export const PAPER_LAYOUTS = ['sheet', 'card', 'zine'] as const;
export type PaperLayout = (typeof PAPER_LAYOUTS)[number];
export const PAPER_SIZES = ['a4', 'letter'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

export interface PaperProps {
  readonly sheet: Sheet;
  readonly layout: PaperLayout;
  readonly size: PaperSize;
  readonly isPreview?: boolean;
}

/** What the printer gets. The browser prints it, because it shapes every script; no library writes a PDF. */
export function Paper({ sheet, layout, size, isPreview = false }: PaperProps) {
  const direction = directionOf(sheet.language);
  return (
    <div className={`paper paper-${layout} on-${size}`} lang={sheet.language} dir={direction}>
      {layout === 'sheet' && <WholeSheet sheet={sheet} isPart={isPreview} />}
      {layout === 'card' && <Cards sheet={sheet} />}
      {layout === 'zine' && <Zine sheet={sheet} direction={direction} />}
    </div>
  );
}
