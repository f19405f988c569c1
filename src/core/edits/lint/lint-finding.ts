import type { FindingRule } from '../../confidential/finding.ts';

/** Every rule of the linter; the first are those that keep a hidden place hidden. */
export type LintRule =
  | FindingRule
  | 'exact-point'
  | 'future-date'
  | 'unknown-code'
  | 'long-tag'
  | 'new-character'
  | 'lapsed-claim'
  | 'unchecked-line'
  | 'hard-text'
  | 'impossible-number'
  | 'odd-number'
  | 'personal-mobile'
  | 'personal-mailbox'
  | 'named-mailbox'
  | 'named-person'
  | 'client-story'
  | 'short-link'
  | 'tracking-link'
  | 'map-in-text';

/**
 * What is wrong with a listing. It names a rule and a place, and never holds the value: it is shown, logged and sent where
 * the listing is not. An error stops a proposal and a build; a warning is for a person to answer.
 */
export interface LintFinding {
  readonly rule: LintRule;
  /** Where in the listing, as in `notes.1`. */
  readonly field: string;
  readonly severity: 'error' | 'warning';
  readonly reason: string;
  /** What to do next. */
  readonly remedy: string;
}
