import type { Channel } from '../../../core/schema.ts';
import type { ConsentItem } from './consent.ts';
import type { Profile } from './profile.ts';
import { shownNumber } from './shown-number.ts';

// What is said on a call together (C6), in the order in which it is said. The words are the screen's, in two languages.

/** Two facts and no more: each is one that the client cannot take back. */
export const MOST_FACTS = 2;

export const SCRIPT = {
  introduce: ['hello', 'here', 'time'],
  why: ['why', 'stop'],
  facts: [],
  questions: ['space', 'bring', 'languages', 'tell', 'meet'],
  next: ['confirm', 'reach', 'thanks'],
} as const;
export type ScriptPart = keyof typeof SCRIPT;
export const SCRIPT_PARTS = Object.keys(SCRIPT) as ScriptPart[];

/** What of a fact the desk knows, as codes; empty where only the client and the worker know it. */
export interface ScriptFact {
  readonly item: ConsentItem;
  readonly codes: readonly string[];
}

/** Of what was chosen to be said, only what may be; at most two, in the order of the consent. */
export function factsToSay(
  allowed: readonly ConsentItem[],
  chosen: readonly ConsentItem[],
  profile: Profile,
): readonly ScriptFact[] {
  return allowed
    .filter((item) => chosen.includes(item))
    .slice(0, MOST_FACTS)
    .map((item) => ({ item, codes: codesOf(item, profile) }));
}

function codesOf(item: ConsentItem, profile: Profile): readonly string[] {
  switch (item) {
    case 'needs':
      return profile.needs;
    case 'languages':
      return profile.languages;
    case 'who-comes-along':
      return profile.company;
    case 'age-band':
      return profile.age === null ? [] : [profile.age];
    case 'immigration-status':
      return profile.closestStatus === null ? [] : [profile.closestStatus];
    case 'access-needs':
      return profile.access;
    default:
      return [];
  }
}

/** A number that a worker can call, as it is read out, and what is dialled. */
export interface NumberToCall {
  readonly type: 'phone' | 'relay' | 'whatsapp';
  readonly shown: string;
  /** Null where it must not be a link. */
  readonly href: string | null;
  readonly insideCountry: string | null;
  readonly note: string | null;
}

/** In the listing's order. Text lines and pages are no calls. */
export function numbersToCall(channels: readonly Channel[]): readonly NumberToCall[] {
  return channels.flatMap((channel): NumberToCall[] => {
    if (channel.type !== 'phone' && channel.type !== 'relay' && channel.type !== 'whatsapp') return [];
    const { type, value, note = null } = channel;
    const insideCountry = typeof value === 'string' ? null : value.country;
    return [{ type, ...shownNumber(channel), insideCountry, note }];
  });
}
