import {
  type ChangedListing,
  type FieldChange,
  hasRisk,
  type ListingName,
  type RegionDiff,
} from './diff-listings.ts';

const LONGEST_VALUE = 120;

/** One line a region. */
export function diffCounts({ region, added, changed, removed }: RegionDiff): string {
  return `${region}: ${added.length} listings added, ${changed.length} changed, ${removed.length} removed`;
}

/**
 * A region listing by listing and field by field, for somebody who has to say that it is right. What could harm somebody
 * stands first and bears a `!`: whoever looks tires.
 */
export function diffLines(diff: RegionDiff): string[] {
  const risky = diff.added.length + diff.changed.filter(hasRisk).length;
  return [
    diffCounts(diff) + (risky > 0 ? `; look at these ${risky}, marked !, one by one` : ''),
    ...diff.added.flatMap((one) => linesOf('+', one)),
    ...diff.removed.map((one) => `  - ${nameWords(one)}`),
    ...diff.changed.flatMap((one) => linesOf('~', one)),
  ];
}

function linesOf(sign: '+' | '~', { fields, ...listing }: ChangedListing): string[] {
  return [
    `  ${sign} ${nameWords(listing)}`,
    ...fields.map((field) => `    ${field.isRisky ? '!' : ' '} ${fieldWords(field)}`),
  ];
}

function nameWords({ id, name }: ListingName): string {
  return `${plain(name)} (${plain(id)})`;
}

function fieldWords({ field, before, after }: FieldChange): string {
  if (before === undefined && after === undefined) return `${plain(field)}: changed; not shown here`;
  return `${plain(field)}: ${valueWords(before)} -> ${valueWords(after)}`;
}

function valueWords(value: string | undefined): string {
  if (value === undefined) return 'nothing';
  return plain(value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}...` : value);
}

/** Text of a pack must not move the cursor, colour the screen or turn the line around for whoever looks at it. */
function plain(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
