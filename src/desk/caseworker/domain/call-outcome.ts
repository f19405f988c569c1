import { type Result, succeed } from '../../../core/result.ts';
import type { Consent } from './consent.ts';
import {
  type DeclineReason,
  moveReferral,
  planReferral,
  REFERRAL_MOVES,
  REFERRAL_STATUSES,
  type Referral,
  type ReferralMove,
  type ReferralProblem,
  type ReferralStatus,
  statusOf,
  type When,
} from './referral.ts';

/** Nobody has to be called for these: the client decides, or nothing is left to do. */
const WITHOUT_A_CALL: readonly ReferralStatus[] = ['client-chose-not-to', 'closed'];

/** Planning is what comes before a call, never what it comes to. */
export type CallOutcome = Exclude<ReferralStatus, 'planned'>;
const OUTCOMES = REFERRAL_STATUSES.filter((status): status is CallOutcome => status !== 'planned');

export interface Outcome {
  readonly to: CallOutcome;
  /** Of a decline; nobody says more than was said, so that without one it is "not said". */
  readonly reason?: DeclineReason;
}

interface Call extends When {
  /** A call together needs one that holds on its day (C6). */
  readonly consents: readonly Consent[];
}

/** What a call together may come to, in the order of a board's columns. Before the first call nothing is planned. */
export function outcomesFrom(referral: Referral | null): readonly CallOutcome[] {
  const from = referral ? statusOf(referral) : 'planned';
  return OUTCOMES.filter((to) => stepsTo(from, to) !== null);
}

/**
 * A call together and what it came to, each as a step of its own: planned if it was not, contacted, and the outcome. All
 * of it or, with the first problem, nothing.
 */
export function recordOutcome(
  referral: Referral | null,
  about: Pick<Referral, 'id' | 'clientId' | 'listingId'>,
  { to, reason = 'not-said' }: Outcome,
  { consents, ...when }: Call,
): Result<Referral, ReferralProblem> {
  const start = referral ? succeed(referral) : planReferral(about, when);
  if (!start.ok) return start;
  const from = statusOf(start.value);
  // Where no way leads there, the move itself says which do.
  const steps = stepsTo(from, to) ?? [to];
  return steps.reduce<Result<Referral, ReferralProblem>>((so, step) => {
    if (!so.ok) return so;
    return moveReferral(so.value, moveTo(step, reason, consents), when);
  }, start);
}

function moveTo(to: ReferralStatus, reason: DeclineReason, consents: readonly Consent[]): ReferralMove {
  if (to === 'contacted') return { to, by: 'together', consents };
  return to === 'declined' ? { to, reason } : { to };
}

/** The call is a step of its own wherever it may be one, so that the log tells how often a service was asked. */
function stepsTo(from: ReferralStatus, to: ReferralStatus): readonly ReferralStatus[] | null {
  const may = REFERRAL_MOVES[from];
  const call = callFrom(may);
  if (WITHOUT_A_CALL.includes(to) || call === null) return may.includes(to) ? [to] : null;
  if (to === 'contacted') return call;
  return REFERRAL_MOVES.contacted.includes(to) ? [...call, to] : null;
}

function callFrom(may: readonly ReferralStatus[]): readonly ReferralStatus[] | null {
  if (may.includes('contacted')) return ['contacted'];
  return may.includes('planned') ? ['planned', 'contacted'] : null;
}
