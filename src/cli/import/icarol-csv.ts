import type { CsvRecord, CsvRow } from './csv-rows.ts';
import type { Draft, DraftPhone, DraftPlace } from './draft.ts';
import { isFlagged } from './flags.ts';
import { cellOf, listed, type ReadingNotes } from './format.ts';
import { readDay } from './read-day.ts';
import { secretsOfPlace } from './secrets.ts';
import { Tally } from './tally.ts';

// The flat table of iCarol and 211: agencies, their sites and programs in one table, flags beside the very values that
// they hide. Staff names, internal notes and private values are read only to keep them out of every word that stays.

/** The table from its beginning, every time. */
export type RowsAgain = (tally: Tally) => AsyncIterable<CsvRow>;

interface Family {
  readonly names: Map<string, string>;
  readonly parents: Map<string, string>;
  /** Secrets of each row, for its whole family: a program's words may tell its site's street. */
  readonly secrets: Map<string, string[]>;
  readonly hiddenRows: Set<string>;
  hasPrograms: boolean;
}

const PEOPLE = /worker|contact|director|editor|verifiedby|submitter|attention/i;
const INTERNAL = /internal|notes?foreditors|editornotes/i;
const EXCLUDED = /^ExcludeFrom/i;
const NO = /^(|no|n|false|0)$/i;

export async function* icarolDrafts(
  rows: RowsAgain,
  { tally, unknownColumns }: ReadingNotes,
): AsyncGenerator<Draft> {
  const family = await readFamily(rows(new Tally()));
  for await (const { row, record } of rows(tally)) {
    for (const column of Object.keys(record)) if (!isKnown(column)) unknownColumns.add(column);
    const isAgency = /^agency$/i.test(record.TaxonomyLevelName ?? '');
    if (family.hasPrograms && (isAgency || /^site$/i.test(record.TaxonomyLevelName ?? ''))) continue;
    if (Object.entries(record).some(([column, cell]) => EXCLUDED.test(column) && !NO.test(cell))) {
      tally.add('refused', 'its source keeps it from the public', row);
      continue;
    }
    yield draftOfRow(row, record, family);
  }
}

async function readFamily(rows: AsyncIterable<CsvRow>): Promise<Family> {
  const family: Family = {
    names: new Map(),
    parents: new Map(),
    secrets: new Map(),
    hiddenRows: new Set(),
    hasPrograms: false,
  };
  for await (const { record } of rows) {
    const number = record.ResourceAgencyNum ?? '';
    family.names.set(number, record.PublicName ?? '');
    family.parents.set(number, record.ParentAgencyNum ?? '');
    if (/program/i.test(record.TaxonomyLevelName ?? '')) family.hasPrograms = true;
    const root = record.ParentAgencyNum && record.ParentAgencyNum !== '0' ? record.ParentAgencyNum : number;
    const place = placeOf(record, false);
    if (place.isFlagged) family.hiddenRows.add(number);
    const secrets = [...secretsOfRecord(record), ...(place.isFlagged ? secretsOfPlace(place) : [])];
    family.secrets.set(root, [...(family.secrets.get(root) ?? []), ...secrets]);
    if (root !== number) family.secrets.set(number, [...(family.secrets.get(number) ?? []), ...secrets]);
  }
  return family;
}

function draftOfRow(row: number, record: CsvRecord, family: Family): Draft {
  const of = (...columns: readonly string[]) =>
    columns.map((one) => cellOf(record, one)).find((one) => one !== undefined);
  const number = of('ResourceAgencyNum') ?? '';
  const line = lineOf(number, family);
  const secrets = [
    ...new Set([...line.flatMap((one) => family.secrets.get(one) ?? []), ...secretsOfRecord(record)]),
  ];
  // A program in the building of a hidden site is hidden too, whatever its own flag says.
  const isHidden =
    line.some((one) => family.hiddenRows.has(one)) ||
    placeOf(record, false).lines.some((street) => secrets.includes(street));
  const root = line.at(-1) ?? number;
  return {
    row,
    sourceId: number,
    name: of('PublicName', 'OfficialName') ?? '',
    alternateName: of('AlternateName'),
    description: of('AgencyDescription', 'Description'),
    status: of('AgencyStatus', 'Status'),
    organization: { name: family.names.get(root) || of('ParentAgency') },
    country: of('PhysicalCountry', 'MailingCountry'),
    needWords: [...listed(of('TaxonomyTerms', 'TaxonomyTerm')), ...listed(of('TaxonomyCodes'))],
    phones: phonesOf(record),
    emails: isFlagged(record, /email/i) ? [] : listed(of('EmailAddressMain', 'EmailAddress')),
    urls: listed(of('WebsiteAddress')),
    languages: listed(of('LanguagesOffered', 'LanguagesOfferedList')).map((words) => ({ words })),
    hours: of('HoursOfOperation', 'Hours') ? { text: of('HoursOfOperation', 'Hours') } : undefined,
    places: [placeOf(record, isHidden), ...mailPlace(record)],
    eligibility: of('Eligibility', 'EligibilityText'),
    application: of('IntakeProcedure', 'ApplicationProcess'),
    fees: of('FeeStructureSource', 'FeeStructure'),
    documents: listed(of('DocumentsRequired')),
    serviceAreas: listed(of('CoverageAreaText', 'CoverageArea')),
    sourceDated: readDay(of('LastVerifiedOn', 'LastVerified')),
    secrets,
  };
}

/** The row, its parent, and so on to the agency. */
function lineOf(number: string, { parents }: Family): string[] {
  const line = [number];
  for (
    let parent = parents.get(number);
    parent && !line.includes(parent) && parents.has(parent);
    parent = parents.get(parent)
  )
    line.push(parent);
  return line;
}

function phonesOf(record: CsvRecord): DraftPhone[] {
  return Object.keys(record).flatMap((column): DraftPhone[] => {
    const name = /^Phone(.+?)(Number)?$/.exec(column)?.[1] ?? '';
    const number = cellOf(record, column);
    if (
      !number ||
      !(/^\d+$/.test(name)
        ? column.endsWith('Number')
        : /^(Number)?(Fax|TTY|TollFree|Hotline|NumberBusinessLine|NumberHotline|NumberTollFree|NumberOutOfArea|NumberAfterHours)$/.test(
            name,
          ))
    )
      return [];
    const base = column.replace(/Number$/, '');
    return [
      {
        number,
        kind: cellOf(record, `${base}Type`) ?? name,
        label: cellOf(record, `${base}Name`),
        isPrivate: isFlagged(record, new RegExp(`^${base}`)),
      },
    ];
  });
}

function placeOf(record: CsvRecord, isHidden: boolean): DraftPlace {
  const of = (column: string) => cellOf(record, column);
  return {
    lines: ['PhysicalAddress1', 'PhysicalAddress2', 'PhysicalAddress3'].flatMap((column) => of(column) ?? []),
    name: of('PublicName'),
    city: of('PhysicalCity'),
    region: of('PhysicalCounty') ?? of('PhysicalStateProvince'),
    postcode: of('PhysicalPostalCode'),
    country: of('PhysicalCountry'),
    point: { latitude: of('Latitude') ?? '', longitude: of('Longitude') ?? '' },
    isFlagged: isHidden || isFlagged(record, /address|location|physical|^is/i),
  };
}

/** A postal address: never kept, looked through so that its words are kept nowhere else. */
function mailPlace(record: CsvRecord): DraftPlace[] {
  const lines = ['MailingAddress1', 'MailingAddress2', 'OtherAddress1', 'OtherAddress2'].flatMap(
    (column) => cellOf(record, column) ?? [],
  );
  if (lines.length === 0) return [];
  return [
    {
      lines,
      postcode: cellOf(record, 'MailingPostalCode'),
      city: cellOf(record, 'MailingCity'),
      point: 'not-kept',
      isFlagged: false,
      isPostal: true,
    },
  ];
}

function secretsOfRecord(record: CsvRecord): string[] {
  return Object.entries(record).flatMap(([column, cell]) => {
    const isPerson = PEOPLE.test(column) && /name|mail|phone/i.test(column);
    if ((isPerson || INTERNAL.test(column)) && cell !== '' && !/title|public|type|isprivate/i.test(column))
      return [cell];
    const isPrivate =
      /^Phone\d+Number$/.test(column) &&
      isFlagged(record, new RegExp(`^${column.replace(/Number$/, '')}IsPrivate`));
    return isPrivate && cell !== '' ? [cell] : [];
  });
}

function isKnown(column: string): boolean {
  return (
    /^(ResourceAgencyNum|PublicName|OfficialName|AlternateName|TaxonomyLevelName|ParentAgency(Num)?|Physical\w+|Mailing\w+|Other(Address|City|State|Postal|Country)\w*|Latitude|Longitude|Phone\w+|Email\w+|WebsiteAddress|Agency(Status|Description|Classification)|Status|Description|Eligibility\w*|IntakeProcedure|ApplicationProcess|FeeStructure\w*|Languages\w+|DocumentsRequired|Coverage\w+|Taxonomy\w+|Hours\w*|LastVerified\w*|ExcludeFrom\w+)$/.test(
      column,
    ) ||
    PEOPLE.test(column) ||
    INTERNAL.test(column)
  );
}
