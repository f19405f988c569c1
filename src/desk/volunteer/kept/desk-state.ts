import type { Me, SessionAnswer, WorkAnswer } from '../../../core/desk-api.ts';
import type { Check } from '../../../core/edits/edit.ts';
import type { Observable } from '../../shared/observable.ts';
import type { Api, ApiProblem } from '../api-client.ts';
import type { DeskDatabase, Draft, OutboxEntry } from './desk-database.ts';
import type { Forgotten, Withheld } from './forget.ts';
import { FIRST_PREFERENCES, type Preferences } from './preferences.ts';
import type { Directory } from './staff-directory.ts';

export const NO_WORK: WorkAnswer = { checks: [], reports: [], tasks: [] };

/** What a volunteer works with, as it is on the device. */
export interface StaffDeskState {
  readonly phase: 'opening' | 'open' | 'blocked';
  /** As the server last said it; null before it has. */
  readonly session: SessionAnswer | null;
  /** Who works here; also without a network, from the last time. */
  readonly me: Me | null;
  readonly directory: Directory;
  readonly work: WorkAnswer;
  readonly outbox: readonly OutboxEntry[];
  readonly drafts: readonly Draft[];
  /** Checks of this volunteer that the server has. */
  readonly done: readonly Check[];
  readonly preferences: Preferences;
  /** What the server sent and this device did not keep (SV-10). */
  readonly withheld: readonly Withheld[];
  /** What its author had not sent or not finished when a place became confidential, until they have seen it (SV-12). */
  readonly forgotten: readonly Forgotten[];
  /** How often something was forgotten since the start: what stands in a form of it has to go too. */
  readonly forgets: number;
  /** Why the last exchange with the server stopped. */
  readonly problem: ApiProblem | null;
  readonly isBusy: boolean;
}

export const NOTHING: StaffDeskState = {
  phase: 'opening',
  session: null,
  me: null,
  directory: new Map(),
  work: NO_WORK,
  outbox: [],
  drafts: [],
  done: [],
  preferences: FIRST_PREFERENCES,
  withheld: [],
  forgotten: [],
  forgets: 0,
  problem: null,
  isBusy: false,
};

/** What a desk is made of. */
export interface Parts {
  readonly database: DeskDatabase;
  readonly api: Api;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
}

export type State = Observable<StaffDeskState>;

/** What is gone is told to its author, and forms of it are opened anew. */
export function sayForgotten(state: State, some: readonly Forgotten[]): void {
  if (some.length === 0) return;
  const { forgotten, forgets } = state.get();
  state.set({ forgotten: [...forgotten, ...some], forgets: forgets + 1 });
}
