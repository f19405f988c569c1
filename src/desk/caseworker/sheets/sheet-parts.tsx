import { Digits, ForeignText } from '../../../ui/foreign-text.tsx';
import type {
  InterpreterLine,
  Sheet,
  SheetEntry,
  SheetFact,
  SheetNumber,
  SheetText,
} from '../domain/sheet.ts';

// What every layout of a sheet is put together from. Each text bears its language, so that a browser shapes it with the
// right letters and a voice reads it rightly.

export function Text({ of }: { readonly of: SheetText }) {
  return <ForeignText language={of.language}>{of.text}</ForeignText>;
}

export function Numbers({ numbers }: { readonly numbers: readonly SheetNumber[] }) {
  return numbers.map(({ label, shown, notes }) => (
    <p key={label + shown} className="sheet-number">
      <span className="sheet-label">{label} </span>
      <Digits>{shown}</Digits>
      {notes.map((note) => (
        <span key={note.text} className="sheet-note">
          <Text of={note} />
        </span>
      ))}
    </p>
  ));
}

export function Hours({ hours }: Pick<SheetEntry, 'hours'>) {
  return hours.map((line) => (
    <p key={line.text} className="sheet-hours">
      <Text of={line} />
    </p>
  ));
}

export function Facts({ facts }: { readonly facts: readonly SheetFact[] }) {
  return (
    <dl className="sheet-facts">
      {facts.map(({ kind, label, lines }) => (
        <div key={kind}>
          <dt>{label}</dt>
          {lines.map((line) => (
            <dd key={line.text}>
              <Text of={line} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** Large, because it is held up for somebody else to read. */
export function Interpreter({ line }: { readonly line: InterpreterLine }) {
  return (
    <div className="sheet-interpreter">
      <p className="sheet-label">{line.show}</p>
      <p className="sheet-say">
        <Text of={line.say} />
      </p>
      <p>
        <Text of={line.means} />
      </p>
    </div>
  );
}

/** How old it is, and whether a speaker has read it: on every paper, however small (CT-10, settled 40). */
export function Foot({ sheet: { from, draft } }: { readonly sheet: Sheet }) {
  return (
    <p className="sheet-from">
      {from}
      {draft && ` ${draft}`}
    </p>
  );
}
