import type { ClaimToday } from '../../../core/facts.ts';
import type { LanguageMode } from '../../../core/schema.ts';
import type { Group, ImmigrationStatus } from '../../../core/taxonomy.ts';
import type { FactKind, Importance } from './profile.ts';

/** Unknown is never yes: what nobody has said is `ask`. */
export type Outcome = 'confirmed' | 'ask' | 'no';

/** What an outcome rests on, for its words. */
export type Ground =
  | { readonly kind: 'said' }
  | { readonly kind: 'not-said' }
  | { readonly kind: 'claim'; readonly claim: ClaimToday }
  | {
      readonly kind: 'conditions';
      /** The status that is closest to hers is among those that it names. */
      readonly namesHers: boolean;
      readonly words: string | null;
      readonly accepted: readonly ImmigrationStatus[];
    }
  | { readonly kind: 'excludes-status' }
  | { readonly kind: 'spoken'; readonly code: string; readonly mode: LanguageMode }
  | { readonly kind: 'other-languages'; readonly codes: readonly string[] }
  | { readonly kind: 'others-named' }
  | { readonly kind: 'only-for'; readonly groups: readonly Group[] }
  | { readonly kind: 'not-for' }
  | { readonly kind: 'everyone' }
  | { readonly kind: 'ages'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'distance'; readonly km: number; readonly isTown: boolean }
  | { readonly kind: 'in-area'; readonly areaName: string }
  | { readonly kind: 'remote' }
  | { readonly kind: 'note'; readonly words: string }
  | { readonly kind: 'referrer'; readonly by: 'agency-only' | 'first-responder-only' };

/** How one thing that was asked stands with one service. */
export interface Reason {
  readonly fact: FactKind;
  /** Which one of its kind: a need, a language, a group, a feature, a barrier; empty where the kind has but one. */
  readonly code: string;
  readonly outcome: Outcome;
  readonly importance: Importance;
  readonly ground: Ground;
}

export type Judgement = Pick<Reason, 'outcome' | 'ground'>;

export const SAID: Judgement = { outcome: 'confirmed', ground: { kind: 'said' } };
export const NOT_SAID: Judgement = { outcome: 'ask', ground: { kind: 'not-said' } };
