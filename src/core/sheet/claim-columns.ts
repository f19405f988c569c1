import { ANSWERS, isOneOf } from '../codes.ts';
import { isSameValue } from '../edits/canonical-json.ts';
import type { JsonValue } from '../edits/edit.ts';
import { jsonOf } from '../edits/fields.ts';
import type { Evidence } from '../facts.ts';
import { isRecord } from '../is-record.ts';
import { fail } from '../result.ts';
import type { Listing } from '../schema.ts';
import { isReadBack, type Part, partsLine, readParts } from './labelled-parts.ts';
import {
  BETWEEN,
  type CellValue,
  fitting,
  keeping,
  listOrNull,
  type SheetColumn,
  whole,
} from './sheet-column.ts';

// What is said about papers: the answer, and in columns of its own how that is known. An empty cell is unknown, and never
// a yes; another answer begins without the evidence of the one before, which proved something else.

type Claims = 'immigration_eligibility' | 'status_check' | 'shares_with_immigration_authorities';
type Claim = Listing[Claims];
type ImmigrationWords = 'conditions' | 'says';
type ImmigrationCodes = 'accepted_statuses' | 'excluded_statuses';

const EVIDENCE_LABELS = ['type', 'checked_on', 'read_on', 'source_dated', 'url', 'quote'];
const NO_DATE = 'none';
/** What goes with an answer, and so goes with it. */
const OF_THE_ANSWER = ['value', 'evidence', 'valid_until', 'disputed', 'note'];

export const CLAIM_COLUMNS: readonly SheetColumn[] = [
  ...claim('helps_whatever_the_immigration_status', 'immigration_eligibility'),
  immigrationWords('immigration_conditions', 'conditions'),
  immigrationCodes('immigration_statuses_accepted', 'accepted_statuses'),
  immigrationCodes('immigration_statuses_refused', 'excluded_statuses'),
  immigrationWords('said_of_immigration', 'says'),
  ...claim('asks_about_immigration_status', 'status_check'),
  ...claim('shares_with_immigration_authorities', 'shares_with_immigration_authorities'),
];

function claim(name: string, field: Claims): SheetColumn[] {
  return [
    answer(name, field),
    evidence(`${name}_evidence`, field),
    {
      name: `${name}_until`,
      place: `${field}.valid_until`,
      holdsDays: true,
      cell: (listing) => listing[field].valid_until ?? '',
      read: (text) => whole(field, part('valid_until', text || null)),
    },
    {
      name: `${name}_disputed`,
      place: `${field}.disputed`,
      cell: (listing) => (listing[field].disputed ? 'yes' : ''),
      read: (text) => {
        const word = text.toLowerCase() || 'no';
        return word === 'yes' || word === 'no'
          ? whole(field, part('disputed', word === 'yes' || null))
          : fail('not-understood');
      },
    },
    {
      name: `${name}_note`,
      place: `${field}.note`,
      cell: (listing) => fitting(listing[field].note ?? ''),
      read: (text) => whole(field, part('note', text || null)),
    },
  ];
}

function answer(name: string, field: Claims): SheetColumn {
  return {
    name,
    place: field,
    cell: (listing) => listing[field].value,
    read: (text) => {
      const value = text.toLowerCase() || 'unknown';
      if (!isOneOf(ANSWERS, value)) return fail('not-understood');
      return whole(field, (now) => {
        const kept = isRecord(now) ? Object.entries(now).filter(([key]) => !OF_THE_ANSWER.includes(key)) : [];
        return claimOrNull({ value, ...Object.fromEntries(kept) });
      });
    },
  };
}

function evidence(name: string, field: Claims): SheetColumn {
  return {
    name,
    place: `${field}.evidence`,
    cell: (listing) => fitting(evidenceOf(listing[field]).map(evidenceLine).join('\n')),
    read: (text, listing) => {
      const held = listing ? evidenceOf(listing[field]) : [];
      if (!held.every((one) => isReadBack(evidenceParts(one), EVIDENCE_LABELS))) return fail('not-here');
      const keep = keeping(held, evidenceLine);
      const read = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => jsonOf(keep(line) ?? evidenceIn(line)));
      return read.includes(null) ? fail('not-understood') : whole(field, part('evidence', listOrNull(read)));
    },
  };
}

function evidenceOf({ evidence: all }: Claim): readonly Evidence[] {
  return all ?? [];
}

/** Who checked it is in no sheet. */
function evidenceParts({ type, checked_on, read_on, source_dated, url, quote }: Evidence): Part[] {
  return [
    ['type', type],
    ['checked_on', checked_on ?? undefined],
    ['read_on', read_on],
    ['source_dated', source_dated === null ? NO_DATE : source_dated],
    ['url', url],
    ['quote', quote],
  ];
}

function evidenceLine(one: Evidence): string {
  return partsLine(evidenceParts(one));
}

function evidenceIn(line: string): JsonValue {
  const parts = readParts(line, EVIDENCE_LABELS);
  if (!parts) return null;
  const dated = parts.get('source_dated');
  return {
    checked_on: null,
    ...Object.fromEntries(parts),
    ...(dated === NO_DATE && { source_dated: null }),
  };
}

function immigrationWords(name: string, key: ImmigrationWords): SheetColumn {
  return {
    name,
    place: `immigration_eligibility.${key}`,
    cell: ({ immigration_eligibility: held }) => fitting(held[key] ?? ''),
    read: (text) => whole('immigration_eligibility', part(key, text || null)),
  };
}

function immigrationCodes(name: string, key: ImmigrationCodes): SheetColumn {
  return {
    name,
    place: `immigration_eligibility.${key}`,
    cell: ({ immigration_eligibility: held }) => (held[key] ?? []).join(BETWEEN),
    read: (text) => {
      const codes = text.split(';').flatMap((one) => one.trim() || []);
      return whole('immigration_eligibility', part(key, listOrNull(codes)));
    },
  };
}

/** The claim with one part of it anew. */
function part(key: string, after: JsonValue): CellValue {
  return (now) => {
    const { [key]: _, ...rest } = isRecord(now) ? now : { value: 'unknown' };
    return claimOrNull(jsonOf(after === null ? rest : { ...rest, [key]: after }));
  };
}

/** A claim that says nothing is none. */
function claimOrNull(made: JsonValue | Record<string, unknown>): JsonValue {
  return isSameValue(jsonOf(made), { value: 'unknown' }) ? null : jsonOf(made);
}
