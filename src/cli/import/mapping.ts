import { isOneOf } from '../../core/codes.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { CsvRecord } from './csv-rows.ts';
import { isFlag } from './flags.ts';
import { isTree } from './hsds-service.ts';
import { parsed } from './json-rows.ts';
import { OWN_COLUMNS, type OwnColumn } from './own-csv.ts';

/** Which of a source's columns are which of ours, and what its words mean. A small file beside the source. */
export interface Mapping {
  readonly source?: string;
  readonly country?: string;
  readonly timezone?: string;
  readonly language?: string;
  /** Their column to ours; several of theirs may go into one of ours. */
  readonly columns: Readonly<Record<string, OwnColumn>>;
  /** By their column: their word to ours. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const SETTINGS = ['source', 'country', 'timezone', 'language'] as const;
const LISTS: readonly OwnColumn[] = [
  'needs',
  'situations',
  'groups',
  'phone',
  'email',
  'website',
  'languages',
  'documents',
  'serves',
];

/** Reads a mapping file; the problem says which of its parts is wrong. */
export function parseMapping(text: string): Result<Mapping, string> {
  const value = parsed(text);
  if (!isTree(value)) return fail('is not JSON');
  if (!isTree(value.columns)) return fail('has no "columns"');
  for (const [column, ours] of Object.entries(value.columns))
    if (!isOneOf(OWN_COLUMNS, ours))
      return fail(`maps "${column}" to "${String(ours)}", which is no column of ours`);
  for (const name of SETTINGS)
    if (value[name] !== undefined && typeof value[name] !== 'string')
      return fail(`has a "${name}" that is not text`);
  const values = value.values ?? {};
  if (
    !isTree(values) ||
    !Object.values(values).every(
      (words) => isTree(words) && Object.values(words).every((one) => typeof one === 'string'),
    )
  )
    return fail('has "values" that are not words for words');
  return succeed(value as unknown as Mapping);
}

/** A row of theirs with our columns. Flags keep their names, so that they still hide. */
export function mappedRecord(record: CsvRecord, { columns, values = {} }: Mapping): CsvRecord {
  const mapped: Record<string, string> = Object.create(null);
  for (const [column, cell] of Object.entries(record)) {
    if (isFlag(column)) mapped[column] = cell;
    const ours = Object.hasOwn(columns, column) ? columns[column] : undefined;
    if (!ours || cell.trim() === '') continue;
    const words = wordsOf(cell, values[column]);
    const before = mapped[ours];
    mapped[ours] = before ? `${before}${LISTS.includes(ours) ? '; ' : '\n'}${words}` : words;
  }
  return mapped;
}

function wordsOf(cell: string, words: Readonly<Record<string, string>> | undefined): string {
  if (!words) return cell;
  const whole = words[cell.trim()];
  return (
    whole ??
    cell
      .split(';')
      .map((one) => words[one.trim()] ?? one.trim())
      .join('; ')
  );
}

/** A tree as columns: `contact.phone`, `services.0.name`; a list of words is one cell. */
export function flattened(value: unknown, before = ''): CsvRecord {
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return { [before]: value.join('; ') };
  if (typeof value !== 'object' || value === null)
    return before && value !== null && value !== undefined ? { [before]: String(value) } : {};
  const cells: Record<string, string> = Object.create(null);
  for (const [key, one] of Object.entries(value))
    Object.assign(cells, flattened(one, before ? `${before}.${key}` : key));
  return cells;
}

const GUESSES: readonly (readonly [RegExp, OwnColumn | 'none'])[] = [
  [/consent|immigra|citizen/i, 'none'],
  [/^(resource |service |site )*id$/i, 'id'],
  [/organi[sz]ation.*name|^(organi[sz]ation|agency|provider|charity)$/i, 'organisation'],
  [/^(service|program(me)?|project|resource|listing)? ?(name|title)$/i, 'name'],
  [/web ?site|^url$|homepage|app url/i, 'website'],
  [/e-?mail/i, 'email'],
  [/fax|extension/i, 'none'],
  [/whats ?app/i, 'whatsapp'],
  [/phone|tel(ephone)?$|helpline|hotline/i, 'phone'],
  [/description|about|summary/i, 'description'],
  [/language/i, 'languages'],
  [/hours|opening|open times/i, 'hours'],
  [/postcode|post code|zip/i, 'postcode'],
  [/^(street|address|line 1)/i, 'address'],
  [/^(town|city)$/i, 'town'],
  [/^(county|state|province|region)$/i, 'area'],
  [/^country$/i, 'country'],
  [/eligib|who can/i, 'eligibility'],
  [/categor|service type|taxonomy/i, 'needs'],
  [/^cost|fee/i, 'cost'],
  [/documents|required item/i, 'documents'],
  [/^status$/i, 'status'],
  [/how to|referral process|application/i, 'how_to_apply'],
];

/** A mapping guessed from a source's column names, for a person to mend. Never about consent or immigration. */
export function proposedMapping(columns: readonly string[]): Mapping {
  const used = new Set<OwnColumn>();
  const proposed: Record<string, OwnColumn> = {};
  for (const column of columns) {
    const guess = GUESSES.find(([pattern]) => pattern.test(column.replaceAll(/[_.]/g, ' ')))?.[1];
    if (!guess || guess === 'none' || (used.has(guess) && !LISTS.includes(guess))) continue;
    used.add(guess);
    proposed[column] = guess;
  }
  return { country: '', timezone: '', language: 'en', columns: proposed, values: {} };
}
