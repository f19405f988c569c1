import type { IsoDate } from '../../../core/dates.ts';
import type { ClientCode } from '../domain/client-code.ts';
import type { Consent } from '../domain/consent.ts';
import type { Profile } from '../domain/profile.ts';
import type { Referral } from '../domain/referral.ts';
import type { SafeContact } from '../domain/safe-contact.ts';
import type { ListingSignal } from '../domain/signal.ts';

// What a caseworker keeps, as it is while the vault is open. There is no field for a name, and none may be added (C3).

export interface Client {
  readonly id: string;
  readonly code: ClientCode;
  readonly openedOn: IsoDate;
  /** In the worker's own words, which the linter reads as they are typed. */
  readonly note: string;
  /** The lists that are searched for this client. */
  readonly regions: readonly string[];
  readonly profile: Profile;
  /** Ids of services, in the worker's order. */
  readonly shortlist: readonly string[];
  /** Made up, with the made-up city: never shown beside those who are not (C15). */
  readonly isPractice?: boolean;
}

export interface KeptConsent extends Consent {
  readonly id: string;
}

export interface KeptContact extends SafeContact {
  readonly id: string;
}

/** Signals that wait to be told, without anything about whom they were found out with. */
export interface Outbox {
  readonly id: string;
  readonly signals: readonly ListingSignal[];
}

export interface Settings {
  readonly id: string;
  readonly idleMinutes: number;
  readonly locksWhenHidden: boolean;
}

/** By the kind under which each is sealed. */
export interface CaseKinds {
  client: Client;
  referral: Referral;
  consent: KeptConsent;
  contact: KeptContact;
  outbox: Outbox;
  settings: Settings;
}

export type CaseKind = keyof CaseKinds;

export interface Cases {
  /** By their codes, so that the order tells nothing of when they came. */
  readonly clients: readonly Client[];
  readonly referrals: readonly Referral[];
  readonly consents: readonly KeptConsent[];
  readonly contacts: readonly KeptContact[];
  readonly signals: readonly ListingSignal[];
  /** About services of the made-up city. */
  readonly practiceSignals: readonly ListingSignal[];
  readonly settings: Pick<Settings, 'idleMinutes' | 'locksWhenHidden'>;
  /** Records that this version cannot read: they stay as they are. */
  readonly unread: number;
}

export const USUAL_SETTINGS: Cases['settings'] = { idleMinutes: 5, locksWhenHidden: false };
/** There is one of each in a vault, so that two devices agree which. */
export const OUTBOX_ID = 'outbox';
/** Apart from the real one, whose place it would take (C15). */
export const PRACTICE_OUTBOX_ID = 'outbox-practice';
export const SETTINGS_ID = 'settings';
