import type { Check, CheckAnswer, Edit, EditState, FieldChange, VerifyMethod } from './edits/edit.ts';
import type { Risk } from './edits/risk.ts';
import type { Listing } from './schema.ts';

// What the volunteers' desk and its server say to each other, as JSON under `/api/`. The server's routes are typed by
// these shapes, and so is the desk's client; docs/SERVER.md has the generated description.

export const ROLES = ['contributor', 'reviewer', 'coordinator', 'auditor'] as const;
/** Contributors propose, reviewers decide on what others proposed, coordinators look after people and release, auditors read the log (SV-6). */
export type Role = (typeof ROLES)[number];

/** Where something is wrong, why, and with `lint` what to do next. */
export interface RefusedField {
  readonly field: string;
  readonly reason: string;
  readonly remedy?: string | undefined;
}

/** Every refusal. `code` is for the desk's words; `detail` names a place, never a value. */
export interface Refusal {
  readonly error: {
    readonly code: RefusalCode;
    readonly detail?: string | undefined;
    readonly fields?: readonly RefusedField[] | undefined;
    /** With `behind`: the listing as it is now. */
    readonly current?: StaffListing | undefined;
  };
}

export const REFUSAL_CODES = [
  'bad-request',
  'too-large',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'wrong-origin',
  'slow-down',
  'not-ready',
  'step-up',
  'own-edit',
  'same-credential',
  'method-needed',
  'edited-since',
  'already-decided',
  'behind',
  'lint',
  'limit',
  'link-ended',
  'failed',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Regions that the person looks after; empty: all. */
  readonly regions: readonly string[];
  readonly languages: readonly string[];
}

export interface SessionAnswer {
  /** Whether both first coordinators are enrolled; until then nothing else works (settled 36). */
  readonly isReady: boolean;
  readonly isDemo: boolean;
  readonly me: Me | null;
  /** When the device last made sure that it is the person (SV-7), ISO 8601. */
  readonly steppedUpAt: string | null;
}

/** Why a listing is hidden for now: a choice, because words could say where it is. */
export const HIDE_REASONS = [
  'asked-to-be-removed',
  'address-exposed',
  'unsafe',
  'wrong-details',
  'closed',
] as const;
export type HideReason = (typeof HIDE_REASONS)[number];

/** A listing as staff have it: with its version, and whether it is hidden for now (SV-19). */
export interface StaffListing {
  readonly region: string;
  readonly version: number;
  readonly listing: Listing;
  readonly hidden: { readonly at: string; readonly reason: string } | null;
  readonly closedOn: string | null;
  readonly changedAt: string;
  /** Field to the day it was last found right, where that is known. */
  readonly checkedFields: Readonly<Record<string, string>>;
  /**
   * The version with which its place became confidential; null where that never happened. Whatever a device still has of
   * versions before it, it forgets (SV-12): this says that there is something to forget, and nothing of what.
   */
  readonly forgetBefore: number | null;
}

/** `GET /api/listings?after=`: what changed since; ask again with `cursor` while `more`. */
export interface ListingsAnswer {
  readonly listings: readonly StaffListing[];
  readonly cursor: string;
  readonly more: boolean;
}

/** An edit as the server keeps it. */
export interface KeptEdit {
  readonly edit: Edit;
  /** Of its content; a decision names it, so that what changed meanwhile is not decided on. */
  readonly hash: string;
  readonly state: EditState;
  readonly author: { readonly id: string; readonly name: string };
  readonly isMine: boolean;
  readonly isRisky: boolean;
  /** Why this person may not decide on it, if so. */
  readonly cannotDecide: 'own-edit' | 'same-credential' | 'not-allowed' | null;
  readonly isProviderStated: boolean;
  readonly madeAt: string;
  readonly decisions: readonly KeptDecision[];
  /** Until when its author, or who decided, may take it back with one tap (V11). */
  readonly undoUntil: string | null;
}

export const DECISIONS = ['approve', 'ask', 'reject'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Reasons that are kind, and say what to do next (V10). */
export const REJECT_REASONS = [
  'needs-a-source',
  'needs-a-call',
  'already-so',
  'not-a-service',
  'gives-away-a-place',
  'names-a-person',
  'unclear-words',
  'out-of-area',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** `POST /api/edits/:id/decisions`. */
export interface DecisionRequest {
  readonly decision: Decision;
  readonly hash: string;
  readonly reason?: RejectReason | undefined;
  readonly comment?: string | undefined;
  readonly method?: VerifyMethod | undefined;
}

export interface KeptDecision {
  readonly decision: Decision;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly reason: RejectReason | null;
  readonly comment: string | null;
  readonly method: VerifyMethod | null;
  /** An edit after it made it void. */
  readonly isVoid: boolean;
}

/** `GET /api/work`: what, beside the listings themselves, decides what is next (V4). */
export interface WorkAnswer {
  readonly checks: readonly (Check & { readonly isMine: boolean })[];
  readonly reports: readonly Report[];
  readonly tasks: readonly Task[];
}

/** What caseworkers' signal files said of a listing, by week and from nobody (settled 37). */
export interface Report {
  readonly listingId: string;
  readonly signal: string;
  readonly weekOf: string;
}

/** A gap that somebody adopted (V14). */
export interface Task {
  readonly id: string;
  readonly need: string;
  readonly language: string | null;
  readonly area: string | null;
  readonly region: string;
  readonly adoptedBy: { readonly id: string; readonly name: string } | null;
  readonly doneAt: string | null;
}

/** One step of a listing's history, for ever; of a place made confidential only the names of the fields stay (SV-12). */
export interface HistoryStep {
  readonly version: number;
  readonly at: string;
  readonly editId: string | null;
  readonly author: string;
  readonly approver: string | null;
  readonly changes: readonly FieldChange[];
  readonly isPurged: boolean;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly regions: readonly string[];
  readonly languages: readonly string[];
  readonly state: 'invited' | 'waiting' | 'active' | 'disabled';
  readonly credentials: readonly {
    readonly id: string;
    readonly state: 'waiting' | 'active' | 'locked' | 'removed';
    readonly madeAt: string;
  }[];
}

/** What needs a second coordinator (SV-8, SV-19). */
export interface Proposal {
  readonly id: string;
  readonly kind: 'grant-roles' | 'approve-credential' | 'unhide';
  readonly subject: string;
  readonly roles: readonly Role[] | null;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
}

export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  /** Names of fields and states; never a value (SV-12). */
  readonly detail: Readonly<Record<string, string | readonly string[]>>;
  readonly previous: string;
  readonly hash: string;
}

/** `GET /api/log?before=`: the newest first. */
export interface LogAnswer {
  readonly entries: readonly AuditEntry[];
  readonly more: boolean;
  /** Of the accounts that these entries speak of, the names that they have today: no part of the log, which has ids. */
  readonly names: Readonly<Record<string, string>>;
}

/** What a provider is shown by a one-time link, and what comes back (V15). */
export interface ProviderQuestions {
  readonly name: string;
  readonly endsAt: string;
  readonly facts: readonly { readonly field: string; readonly value: FieldChange['before'] }[];
}
export interface ProviderAnswers {
  readonly answers: readonly {
    readonly field: string;
    readonly answer: Extract<CheckAnswer, 'still-right' | 'changed'>;
    readonly words?: string | undefined;
  }[];
}

/** `GET /api/export/diff`: a risky field as it was and is, which coordinators read before they sign (SV-9). */
export interface RiskyChange {
  readonly listingId: string;
  readonly name: string;
  readonly region: string;
  readonly version: number;
  readonly risk: Risk;
  readonly change: FieldChange;
}
