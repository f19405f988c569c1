import { isIsoDate } from '../../../core/dates.ts';
import { EMPTY_PROFILE } from '../domain/profile.ts';
import type { VaultRecord } from '../vault/vault-record.ts';
import {
  type CaseKind,
  type CaseKinds,
  type Cases,
  type Client,
  PRACTICE_OUTBOX_ID,
  type Settings,
  USUAL_SETTINGS,
} from './cases.ts';

type Fields = Readonly<Record<string, unknown>>;

// A vault may hold what a later version wrote, or a file that was brought in: what lacks a field that a screen reads is
// counted, not shown. Only the vault's owner can write into it, so that looks at shapes are enough.
const IS: { readonly [Kind in CaseKind]: (content: Fields) => boolean } = {
  client: ({ id, code, openedOn, note, regions, profile, shortlist }) =>
    isText(id) &&
    isFields(code) &&
    isText(code.words) &&
    isText(code.shape) &&
    isDay(openedOn) &&
    typeof note === 'string' &&
    isTexts(regions) &&
    isFields(profile) &&
    isTexts(shortlist),
  referral: ({ id, clientId, listingId, history }) =>
    isText(id) &&
    isText(clientId) &&
    isText(listingId) &&
    Array.isArray(history) &&
    history.length > 0 &&
    history.every((step) => isFields(step) && isText(step.status) && isDay(step.on)),
  consent: ({ id, clientId, listingId, items, from, until }) =>
    isText(id) && isText(clientId) && isText(listingId) && isTexts(items) && isText(from) && isText(until),
  contact: ({ id, clientId, ways, safeTimes, says, whoElse }) =>
    isText(id) &&
    isText(clientId) &&
    isTexts(ways) &&
    Array.isArray(safeTimes) &&
    safeTimes.every((time) => isFields(time) && isTexts(time.days) && isText(time.from) && isText(time.to)) &&
    isFields(says) &&
    typeof whoElse === 'string',
  outbox: ({ signals }) =>
    Array.isArray(signals) &&
    signals.every(
      (one) => isFields(one) && isText(one.listing_id) && isText(one.signal) && isDay(one.week_of),
    ),
  settings: ({ idleMinutes, locksWhenHidden }) =>
    typeof idleMinutes === 'number' && typeof locksWhenHidden === 'boolean',
};

/** The records of a vault as what they are. */
export function readCases(records: readonly VaultRecord[]): Cases {
  const byKind: { [Kind in CaseKind]: CaseKinds[Kind][] } = {
    client: [],
    referral: [],
    consent: [],
    contact: [],
    outbox: [],
    settings: [],
  };
  let unread = 0;
  for (const { kind, content } of records) {
    if (Object.hasOwn(IS, kind) && isFields(content) && IS[kind as CaseKind](content))
      (byKind[kind as CaseKind] as unknown[]).push(content);
    else unread += 1;
  }
  const [settings] = byKind.settings as (Settings | undefined)[];
  const signalsIn = (isPractice: boolean) =>
    byKind.outbox.find(({ id }) => (id === PRACTICE_OUTBOX_ID) === isPractice)?.signals ?? [];
  return {
    clients: byKind.client.map(withWholeProfile).sort((one, other) => (codeOf(one) < codeOf(other) ? -1 : 1)),
    referrals: byKind.referral,
    consents: byKind.consent,
    contacts: byKind.contact,
    signals: signalsIn(false),
    practiceSignals: signalsIn(true),
    settings: settings ?? USUAL_SETTINGS,
    unread,
  };
}

/** One of an older version lacks what was not asked yet. A whole one stays the same object: that it has not changed shows. */
function withWholeProfile(client: Client): Client {
  if (Object.keys(EMPTY_PROFILE).every((fact) => Object.hasOwn(client.profile, fact))) return client;
  return { ...client, profile: { ...EMPTY_PROFILE, ...client.profile } };
}

function codeOf({ code, id }: Client): string {
  return `${code.words} ${id}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && isIsoDate(value);
}
