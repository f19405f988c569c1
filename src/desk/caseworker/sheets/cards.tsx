import { cardPages } from '../domain/impose.ts';
import type { Sheet, SheetEntry } from '../domain/sheet.ts';
import { shortHours } from '../domain/short-hours.ts';
import { Foot, Hours, Numbers, Text } from './sheet-parts.tsx';

// Three lines of a quarter of a card.
const LETTERS_OF_HOURS = 75;

/** Cards of 85 by 54 mm, as large as a bank card, folded in the middle with the words inside. Numbers are never cut off. */
export function Cards({ sheet }: { readonly sheet: Sheet }) {
  return cardPages(sheet.entries).map((cards, page) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: copies of the same card on the same paper, never reordered.
    <div key={page} className="cards-page">
      {cards.map((entries, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <Card key={place} entries={entries} sheet={sheet} />
      ))}
    </div>
  ));
}

interface CardProps {
  readonly entries: readonly SheetEntry[];
  readonly sheet: Sheet;
}

function Card({ entries, sheet }: CardProps) {
  const middle = Math.max(1, Math.ceil(entries.length / 2));
  return (
    <div className="fold-card">
      {[entries.slice(0, middle), entries.slice(middle)].map((half, at) => (
        <div key={at === 0 ? 'first' : 'second'} className="fold-card-half">
          {half.map((entry) => (
            <div key={entry.id} className="fold-card-entry">
              <p className="sheet-name">
                <Text of={entry.name} />
              </p>
              <Numbers numbers={entry.numbers.slice(0, 1)} />
              <Hours hours={shortHours(entry.hours, LETTERS_OF_HOURS)} />
            </div>
          ))}
        </div>
      ))}
      <Foot sheet={sheet} />
    </div>
  );
}
