import { zineBooks, zinePlaces } from '../domain/impose.ts';
import type { Sheet, SheetEntry } from '../domain/sheet.ts';
import { shortHours } from '../domain/short-hours.ts';
import { Facts, Foot, Hours, Interpreter, Numbers, Text } from './sheet-parts.tsx';

interface ZineProps {
  readonly sheet: Sheet;
  readonly direction: 'ltr' | 'rtl';
}

const FRONT = 1;
const BACK = 8;
const LETTERS_OF_HOURS = 150;

/** A pocket book of eight pages on one side of one sheet; more services than it holds are further books. */
export function Zine({ sheet, direction }: ZineProps) {
  return zineBooks(sheet.entries).map((pages) => (
    <div key={pages[0]?.[0]?.id} className="zine">
      {zinePlaces(direction).map(({ page, isTurned }) => (
        <div key={page} className={isTurned ? 'zine-page is-turned' : 'zine-page'} dir={direction}>
          {page === FRONT && <p className="zine-title">{sheet.title}</p>}
          {page === BACK && <Back sheet={sheet} />}
          {page !== FRONT && page !== BACK && <Inside entries={pages[page - 2] ?? []} />}
        </div>
      ))}
    </div>
  ));
}

function Inside({ entries }: { readonly entries: readonly SheetEntry[] }) {
  return (
    <div className="zine-inside">
      {entries.map((entry) => (
        <div key={entry.id} className="zine-entry">
          <p className="sheet-name">
            <Text of={entry.name} />
          </p>
          <Numbers numbers={entry.numbers.slice(0, 2)} />
          <Hours hours={shortHours(entry.hours, LETTERS_OF_HOURS)} />
          {/* A small page with one service has room for what to bring and which languages; with two, for neither. */}
          {entries.length === 1 && (
            <Facts facts={entry.facts.filter(({ kind }) => kind === 'languages' || kind === 'bring')} />
          )}
        </div>
      ))}
    </div>
  );
}

function Back({ sheet }: { readonly sheet: Sheet }) {
  return (
    <>
      {sheet.interpreter && <Interpreter line={sheet.interpreter} />}
      <Foot sheet={sheet} />
    </>
  );
}
