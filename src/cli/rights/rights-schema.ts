import * as v from 'valibot';
import { fail, type Result, succeed } from '../../core/result.ts';
import {
  originalId,
  RIGHTS_QUESTIONS,
  RIGHTS_STATES,
  type RightsPage,
  rightsPageId,
  SOURCE_KINDS,
  TREATIES,
  TREATY_STATUSES,
  type Treaties,
} from '../../core/rights.ts';
import { Country, Day, type FieldProblem, Text, WebLink } from '../../core/schema.ts';
import { NEEDS } from '../../core/taxonomy.ts';

// What a file in data/rights may say. It stands here and not in core, because a phone need not fetch its library.
// A sentence about the law that nobody can look up could send a person into harm, so a statement without a source
// cannot be read at all. What each field is for stands at its type.

// What a lawyer needs to find the words again without the page.
const NAMES_ITS_PLACE = /\b(section|article|regulation|schedule|rule)s? \d/i;

const Language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language tag'));

const SourceSchema = v.pipe(
  v.strictObject({
    url: WebLink,
    title: Text(300),
    kind: v.picklist(SOURCE_KINDS),
    dated: v.nullable(Day),
    read_on: v.nullable(Day),
    read_at: v.optional(WebLink),
  }),
  v.check(
    ({ kind, title, read_on }) => read_on !== null || (kind === 'law' && NAMES_ITS_PLACE.test(title)),
    'was not read, and is no law with its section: read it, or leave the statement out',
  ),
  v.check(
    ({ read_on, read_at }) => !(read_on === null && read_at !== undefined),
    'says where it was read, but not when',
  ),
);

const StatementSchema = v.pipe(
  v.strictObject({
    text: Text(400),
    sources: v.pipe(v.array(SourceSchema), v.minLength(1, 'has no source: name one, or leave it out')),
    checked_on: v.nullable(Day),
    state: v.picklist(RIGHTS_STATES),
  }),
  // Two ways to say the same must agree: what nobody has checked is a draft, whatever its state says.
  v.check(
    ({ state, checked_on }) => (state === 'checked') === (checked_on !== null),
    'is checked without a day, or has a day and is a draft',
  ),
);

const RightsPageSchema = v.pipe(
  v.strictObject({
    id: Text(80),
    country: Country,
    question: v.picklist(RIGHTS_QUESTIONS),
    language: Language,
    translation_of: v.nullable(Text(80)),
    title: Text(100),
    statements: v.pipe(v.array(StatementSchema), v.minLength(1)),
    leads_to: v.pipe(v.array(v.picklist(NEEDS)), v.minLength(1)),
    treaties: v.array(v.picklist(TREATIES)),
    state: v.picklist(RIGHTS_STATES),
  }),
  v.check(
    (page) => page.id === rightsPageId(page),
    'has another id than its country, question and language make',
  ),
  v.check(
    ({ translation_of, country, question }) =>
      translation_of === null || translation_of === originalId(country, question),
    'is a translation of a page about something else',
  ),
  v.check(
    ({ state, statements }) => state === 'draft' || statements.every((one) => one.state === 'checked'),
    'is checked, but some of its statements are drafts',
  ),
);

const TreatySetSchema = v.strictObject({
  title: Text(300),
  url: WebLink,
  as_of: Day,
});

const TreatyStatusSchema = v.pipe(
  v.strictObject({
    status: v.picklist(TREATY_STATUSES),
    since: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}-\d{2})?$/, 'is not a year or a day'))),
    set: Text(40),
  }),
  v.check(
    ({ status, since }) => (status === 'joined') === (since !== null),
    'says since when exactly where it has joined: give both, or neither',
  ),
);

const TreatiesSchema = v.pipe(
  v.strictObject({
    note: Text(400),
    names: v.strictObject(v.entriesFromList(TREATIES, Text(200))),
    sets: v.record(Text(40), TreatySetSchema),
    countries: v.record(Country, v.strictObject(v.entriesFromList(TREATIES, TreatyStatusSchema))),
  }),
  v.check(
    ({ sets, countries }) =>
      Object.values(countries).every((country) =>
        Object.values(country).every(({ set }) => Object.hasOwn(sets, set)),
      ),
    'names a set that is not there',
  ),
);

/** Reads one rights page from untrusted data. Every problem is reported, each with its place. */
export function parseRightsPage(input: unknown): Result<RightsPage, FieldProblem[]> {
  return parsed(v.safeParse(RightsPageSchema, input), '(page)');
}

/** Reads the treaties that each country has joined, with the date up to which that is known. */
export function parseTreaties(input: unknown): Result<Treaties, FieldProblem[]> {
  return parsed(v.safeParse(TreatiesSchema, input), '(treaties)');
}

type Outcome<Value> =
  | { readonly success: true; readonly output: Value }
  | { readonly success: false; readonly issues: readonly v.BaseIssue<unknown>[] };

function parsed<Value>(outcome: Outcome<Value>, whole: string): Result<Value, FieldProblem[]> {
  if (outcome.success) return succeed(outcome.output);
  return fail(
    outcome.issues.map((issue) => ({
      kind: 'bad-field' as const,
      field: v.getDotPath(issue) ?? whole,
      reason: issue.message,
    })),
  );
}
