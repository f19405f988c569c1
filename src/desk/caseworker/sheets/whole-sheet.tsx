import type { Sheet, SheetEntry } from '../domain/sheet.ts';
import { Facts, Foot, Hours, Interpreter, Numbers, Text } from './sheet-parts.tsx';

interface WholeSheetProps {
  readonly sheet: Sheet;
  /** Whether it is a part of a page with headings of its own, and not a page of paper. */
  readonly isPart?: boolean;
  /** Beside each service, where there is something to do with it. */
  readonly actions?: (entry: SheetEntry) => React.ReactNode;
}

/** Everything, one service under the other: the sheet of paper, and the screen that is shown. */
export function WholeSheet({ sheet, isPart = false, actions }: WholeSheetProps) {
  const [Title, Name] = isPart ? (['h3', 'h4'] as const) : (['h1', 'h2'] as const);
  return (
    <>
      <Title className="sheet-title">{sheet.title}</Title>
      {sheet.entries.map((entry) => (
        <section key={entry.id} className="sheet-entry">
          <Name className="sheet-service">
            <Text of={entry.name} />
          </Name>
          {entry.what && (
            <p>
              <Text of={entry.what} />
            </p>
          )}
          {entry.onlyIn && <p className="sheet-only-in">{entry.onlyIn}</p>}
          <Numbers numbers={entry.numbers} />
          <dl className="sheet-facts">
            <div>
              <dt>{entry.hoursLabel}</dt>
              <dd>
                <Hours hours={entry.hours} />
              </dd>
            </div>
          </dl>
          <Facts facts={entry.facts} />
          {actions?.(entry)}
        </section>
      ))}
      {sheet.interpreter && <Interpreter line={sheet.interpreter} />}
      <Foot sheet={sheet} />
    </>
  );
}
