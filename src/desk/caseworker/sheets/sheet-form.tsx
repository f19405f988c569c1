import type { ShownListing } from '../../../core/shown-listing.ts';
import { tamed } from '../../../ui/foreign-text.tsx';
import { PRIVATE_ATTRIBUTES } from '../../../ui/private-field/private-attributes.ts';
import { defaultAlias } from '../domain/build-sheet.ts';
import { riskyWordsIn } from '../domain/discreet.ts';
import type { SheetWords } from '../domain/sheet-words.ts';
import { PAPER_LAYOUTS, PAPER_SIZES } from './paper.tsx';
import { type SheetChoices, sizeOf } from './sheet-choices.ts';

const LAYOUTS = [...PAPER_LAYOUTS, 'screen'] as const;

interface SheetFormProps {
  readonly listings: readonly ShownListing[];
  /** Each language that is shipped, by its own name. */
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly language: string;
  readonly choices: SheetChoices;
  readonly onChange: (change: Partial<SheetChoices>) => void;
  /** Of the worker. */
  readonly words: SheetWords;
  /** In the sheet's language; null until they are here. */
  readonly theirs: SheetWords | null;
}

/** Language, layout and what is told. */
export function SheetForm(props: SheetFormProps) {
  const { listings, languages, language, choices, onChange, words, theirs } = props;
  const { layout, isDiscreet, aliases } = choices;
  const t = words.sheet;
  return (
    <div className="sheet-form">
      <div className="sheet-choices">
        <Choice
          label={t('builder.language')}
          value={language}
          options={languages.map(({ code, name }) => ({ id: code, label: name, language: code }))}
          onChange={(to) => onChange({ language: to })}
        />
        <Choice
          label={t('builder.layout')}
          value={layout}
          options={LAYOUTS.map((id) => ({ id, label: t(`builder.layouts.${id}`) }))}
          onChange={(to) => onChange({ layout: to })}
        />
        {layout !== 'screen' && (
          <Choice
            label={t('builder.paper')}
            value={sizeOf(choices)}
            options={PAPER_SIZES.map((id) => ({ id, label: t(`builder.papers.${id}`) }))}
            onChange={(to) => onChange({ size: to })}
          />
        )}
        <label className="sheet-check">
          <input
            type="checkbox"
            checked={isDiscreet}
            onChange={() => onChange({ isDiscreet: !isDiscreet })}
          />
          {t('builder.discreet')}
        </label>
      </div>
      <p className="quiet">{t(isDiscreet ? 'builder.discreetWhy' : 'builder.openWhy')}</p>
      {isDiscreet && theirs && (
        <div className="sheet-aliases">
          {listings.map((listing, place) => (
            <Alias
              key={listing.id}
              label={t('builder.alias', { name: tamed(listing.name) })}
              value={aliases[listing.id] ?? ''}
              unset={defaultAlias(place, theirs)}
              onChange={(alias) => onChange({ aliases: { ...aliases, [listing.id]: alias } })}
              warning={riskyWarning(aliases[listing.id] ?? '', words)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly label: string; readonly language?: string }[];
  readonly onChange: (id: Id) => void;
}

function Choice<Id extends string>({ label, value, options, onChange }: ChoiceProps<Id>) {
  return (
    <label className="sheet-choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as Id)}>
        {options.map(({ id, label: said, language }) => (
          <option key={id} value={id} lang={language}>
            {said}
          </option>
        ))}
      </select>
    </label>
  );
}

interface AliasProps {
  readonly label: string;
  readonly value: string;
  /** What stands on the sheet until somebody writes another. */
  readonly unset: string;
  readonly onChange: (alias: string) => void;
  readonly warning: string | null;
}

function Alias({ label, value, unset, onChange, warning }: AliasProps) {
  return (
    <label className="sheet-choice">
      <span>{label}</span>
      <input
        type="text"
        value={value}
        placeholder={unset}
        maxLength={40}
        aria-invalid={warning !== null}
        onChange={(event) => onChange(tamed(event.target.value))}
        {...PRIVATE_ATTRIBUTES}
      />
      {warning && <span role="alert">{warning}</span>}
    </label>
  );
}

function riskyWarning(alias: string, { sheet, list }: SheetWords): string | null {
  const risky = riskyWordsIn(alias);
  return risky.length > 0 ? sheet('builder.risky', { words: list(risky) }) : null;
}
