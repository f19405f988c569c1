import type { CsvRecord, CsvRow } from './csv-rows.ts';
import type { Draft, DraftPhone, DraftPlace } from './draft.ts';
import { isFlag, isFlagged } from './flags.ts';
import { cellOf, listed, type ReadingNotes } from './format.ts';
import { readDay } from './read-day.ts';

/** The columns of data/template.csv: one row a service, several values in a cell divided by `;`. */
export const OWN_COLUMNS = [
  'waypost_version',
  'id',
  'name',
  'alternate_name',
  'organisation',
  'website',
  'description',
  'text_language',
  'status',
  'country',
  'timezone',
  'needs',
  'situations',
  'groups',
  'phone',
  'sms',
  'whatsapp',
  'email',
  'languages',
  'hours',
  'town',
  'area',
  'address',
  'postcode',
  'confidential',
  'publish_consent',
  'consent_evidence',
  'eligibility',
  'how_to_apply',
  'cost',
  'documents',
  'minimum_age',
  'maximum_age',
  'serves',
  'immigration',
  'immigration_conditions',
  'immigration_url',
  'immigration_quote',
  'immigration_date',
  'source_date',
] as const;
export type OwnColumn = (typeof OWN_COLUMNS)[number];

const KNOWN: ReadonlySet<string> = new Set(OWN_COLUMNS);

export async function* ownDrafts(
  rows: AsyncIterable<CsvRow>,
  { unknownColumns }: ReadingNotes,
): AsyncGenerator<Draft> {
  for await (const { row, record } of rows) {
    for (const column of Object.keys(record))
      if (!KNOWN.has(column) && !isFlag(column)) unknownColumns.add(column);
    yield draftOfRow(row, record);
  }
}

/** A row with our own columns. Any further column that sounds like a flag hides the place. */
export function draftOfRow(row: number, record: CsvRecord): Draft {
  const of = (column: OwnColumn) => cellOf(record, column);
  const organisation = of('organisation');
  return {
    row,
    sourceId: of('id') ?? [of('name'), organisation].filter(Boolean).join(' '),
    name: of('name') ?? '',
    alternateName: of('alternate_name'),
    description: of('description'),
    status: of('status'),
    organization: { name: organisation },
    country: of('country'),
    timezone: of('timezone'),
    textLanguage: of('text_language'),
    needWords: listed(of('needs')),
    situationWords: listed(of('situations')),
    groupWords: listed(of('groups')),
    phones: phonesOf(of),
    emails: listed(of('email')),
    urls: listed(of('website'), /[;\n\s]+/),
    languages: listed(of('languages')).map((words) => ({ words })),
    hours: of('hours') ? { text: of('hours') } : undefined,
    places: placesOfRow(of, record),
    minimumAge: of('minimum_age'),
    maximumAge: of('maximum_age'),
    eligibility: of('eligibility'),
    application: of('how_to_apply'),
    fees: of('cost'),
    documents: listed(of('documents')),
    serviceAreas: listed(of('serves')),
    immigration: {
      value: of('immigration') ?? '',
      conditions: of('immigration_conditions'),
      url: of('immigration_url'),
      quote: of('immigration_quote'),
      date: readDay(of('immigration_date')),
    },
    sourceDated: readDay(of('source_date')),
  };
}

type Of = (column: OwnColumn) => string | undefined;

function phonesOf(of: Of): DraftPhone[] {
  const kinds = [
    ['phone', 'voice'],
    ['sms', 'sms'],
    ['whatsapp', 'whatsapp'],
  ] as const;
  return kinds.flatMap(([column, kind]) => {
    const number = of(column);
    return number ? [{ number, kind }] : [];
  });
}

function placesOfRow(of: Of, record: CsvRecord): DraftPlace[] {
  const [address, town, region, postcode] = [of('address'), of('town'), of('area'), of('postcode')];
  if (!address && !town && !region && !postcode) return [];
  const hasConsent = /^(yes|y|true|1)$/i.test(of('publish_consent') ?? '');
  return [
    {
      lines: address ? [address] : [],
      city: town,
      region,
      area: town,
      postcode,
      point: 'not-kept',
      isFlagged: isFlagged(record),
      consentEvidence: hasConsent ? of('consent_evidence') : undefined,
    },
  ];
}
