import type {
  DecisionRequest,
  HideReason,
  HistoryStep,
  KeptEdit,
  LogAnswer,
  Person,
  Proposal,
  ProviderAnswers,
  ProviderQuestions,
  Report,
  RiskyChange,
  Role,
  SessionAnswer,
  StaffListing,
  Task,
} from '../../core/desk-api.ts';
import type { DeskExport } from '../../core/desk-export.ts';
import type { EditState } from '../../core/edits/edit.ts';
import { ask } from './api-client.ts';

const named = (id: string) => encodeURIComponent(id);

/** What is asked of the server while somebody waits: none of it can be done without a network. */
export const calls = {
  edits: (state: EditState) => ask<readonly KeptEdit[]>('GET', `/api/edits?state=${state}`),
  edit: (id: string) => ask<KeptEdit>('GET', `/api/edits/${named(id)}`),
  decide: (id: string, request: DecisionRequest) =>
    ask<KeptEdit>('POST', `/api/edits/${named(id)}/decisions`, request),
  undo: (id: string) => ask<KeptEdit>('POST', `/api/edits/${named(id)}/undo`),
  history: (id: string) => ask<readonly HistoryStep[]>('GET', `/api/listings/${named(id)}/history`),
  hide: (id: string, reason: HideReason) =>
    ask<StaffListing>('POST', `/api/listings/${named(id)}/hide`, { reason }),
  unhide: (id: string) => ask<StaffListing>('POST', `/api/listings/${named(id)}/unhide`),
  providerLink: (id: string) =>
    ask<{ readonly token: string; readonly endsAt: string }>(
      'POST',
      `/api/listings/${named(id)}/provider-links`,
    ),
  providerQuestions: (token: string) => ask<ProviderQuestions>('GET', `/api/provider/${named(token)}`),
  answerProvider: (token: string, answers: ProviderAnswers) =>
    ask<object>('POST', `/api/provider/${named(token)}`, answers),
  keepReports: (reports: readonly Report[]) =>
    ask<{ readonly kept: number }>('POST', '/api/reports', reports),
  adopt: (task: NewTask) => ask<Task>('POST', '/api/tasks', task),
  finish: (id: string) => ask<Task>('POST', `/api/tasks/${named(id)}/done`),
  people: () => ask<{ readonly people: readonly Person[] }>('GET', '/api/people'),
  invite: (wanted: Invitation) => ask<OneTimeLink>('POST', '/api/people/invitations', wanted),
  recover: (id: string, browser: string) =>
    ask<OneTimeLink>('POST', `/api/people/${named(id)}/recovery`, { browser }),
  setRoles: (id: string, roles: readonly Role[]) =>
    ask<object>('POST', `/api/people/${named(id)}/roles`, { roles }),
  approveCredential: (id: string, credential: string) =>
    ask<object>('POST', `/api/people/${named(id)}/credentials/${named(credential)}/approve`),
  disable: (id: string) => ask<object>('POST', `/api/people/${named(id)}/disable`),
  proposals: () => ask<{ readonly proposals: readonly Proposal[] }>('GET', '/api/proposals'),
  agree: (id: string) => ask<object>('POST', `/api/proposals/${named(id)}/agree`),
  log: (before: number | null) =>
    ask<LogAnswer>('GET', before === null ? '/api/log' : `/api/log?before=${before}`),
  release: () => ask<DeskExport>('GET', '/api/export'),
  riskyChanges: (since: string) =>
    ask<readonly RiskyChange[]>('GET', `/api/export/diff?since=${encodeURIComponent(since)}`),
  stepUpOptions: () => ask<StepUpOptions>('POST', '/api/step-up/options'),
  stepUp: (response: unknown) => ask<SessionAnswer>('POST', '/api/step-up', { response }),
};

export type StepUpOptions = Parameters<
  typeof import('@simplewebauthn/browser').startAuthentication
>[0]['optionsJSON'];

export interface NewTask {
  readonly id: string;
  readonly region: string;
  readonly need: string;
  readonly language?: string;
  readonly area?: string;
}

export interface Invitation {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly regions: readonly string[];
  readonly languages: readonly string[];
}

export interface OneTimeLink {
  readonly link: string;
  readonly endsAt: string;
}
