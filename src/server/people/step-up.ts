import type { Refusal } from '../../core/desk-api.ts';
import { refusal } from '../http/refusal.ts';
import type { Session } from '../http/route.ts';

const FRESH_MS = 5 * 60_000;

/** Whether the device made sure within the last five minutes that it is the person (SV-7). */
export function isSteppedUp({ steppedUpAt }: Session, now: Date): boolean {
  return steppedUpAt !== null && now.getTime() - steppedUpAt.getTime() <= FRESH_MS;
}

/** The refusal that makes the desk ask the device, or null. */
export function needsStepUp(session: Session, now: Date): Refusal | null {
  return isSteppedUp(session, now) ? null : refusal('step-up');
}
