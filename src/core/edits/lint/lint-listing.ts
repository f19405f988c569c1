import type { Populations } from '../../confidential/areas.ts';
import { findingsOfItself } from '../../confidential/confidential-findings.ts';
import type { IsoDate } from '../../dates.ts';
import type { Listing } from '../../schema.ts';
import { isShown } from '../../shown-listing.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Override } from '../edit.ts';
import { newCharacters } from './check-characters.ts';
import { lapsedClaims } from './check-claims.ts';
import { unknownCodes } from './check-codes.ts';
import { contactFindings, type NumberJudge } from './check-contacts.ts';
import { uncheckedCrisisLine } from './check-crisis-line.ts';
import { futureDates } from './check-dates.ts';
import { linkFindings } from './check-links.ts';
import { peopleFindings } from './check-people.ts';
import { pointFindings } from './check-points.ts';
import { hardText } from './check-reading.ts';
import type { LintFinding } from './lint-finding.ts';

/** What the linter cannot know by itself. What is not given is not judged. */
export interface LintSetting {
  readonly today?: IsoDate | undefined;
  readonly populations?: Populations | undefined;
  readonly judgeNumber?: NumberJudge | undefined;
  /** Whether real people read it: an unchecked crisis line is then an error. */
  readonly isProduction?: boolean | undefined;
}

/**
 * The one linter (V7, SV-10, SV-11): of editor, server, import and build. What could give a hidden place away comes first.
 * Findings that ask for another listing are `sharedContactFindings`.
 */
export function lintListing(listing: Listing, setting: LintSetting = {}): LintFinding[] {
  const { today, populations, judgeNumber, isProduction = false } = setting;
  const always = [
    ...findingsOfItself(listing, populations),
    ...pointFindings(listing),
    ...(today === undefined ? [] : futureDates(listing, today)),
    ...unknownCodes(listing),
    ...newCharacters(listing),
    ...linkFindings(listing),
  ];
  // What is closed reaches no phone, so nobody need call it or make it easier to read.
  if (!isShown(listing)) return always;
  return [
    ...always,
    ...contactFindings(listing, judgeNumber),
    ...peopleFindings(listing),
    ...(today === undefined ? [] : lapsedClaims(listing, today)),
    ...uncheckedCrisisLine(listing, isProduction),
    ...hardText(listing),
  ];
}

/** What an edit caused: nobody is kept from mending the hours by what others wrote elsewhere. */
export function newFindings(
  before: Listing | null,
  after: Listing,
  setting: LintSetting = {},
): LintFinding[] {
  const findings = lintListing(after, setting);
  if (!before) return findings;
  const old = lintListing(before, setting).map((finding) => sameness(before, finding));
  return findings.filter((finding) => {
    const place = old.indexOf(sameness(after, finding));
    if (place >= 0) old.splice(place, 1);
    return place < 0;
  });
}

/** What still keeps an edit from being sent: every error, and each warning that its author does not answer with a reason. */
export function unanswered(findings: readonly LintFinding[], overrides: readonly Override[]): LintFinding[] {
  return findings.filter(
    ({ rule, field, severity }) =>
      severity === 'error' ||
      !overrides.some((one) => one.rule === rule && one.field === field && one.reason.trim() !== ''),
  );
}

/** The same rule on the same words, though a list before them may have grown. Never leaves this file. */
function sameness(listing: Listing, { rule, field, severity }: LintFinding): string {
  const [first = ''] = field.split('.');
  const value = field
    .split('.')
    .reduce<unknown>(
      (within, name) => (Object.hasOwn(Object(within), name) ? Object(within)[name] : undefined),
      listing,
    );
  return canonicalJson([rule, severity, first, value]);
}
