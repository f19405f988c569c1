import type { Channel, Listing } from '../../core/schema.ts';
import type { Need } from '../../core/taxonomy.ts';
import { freephone, landline, mobile, relay } from './numbers.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';

const ON_BILL = { unknown: 50, yes: 35, no: 15 };
const HALF_OF_MOBILES = 450;

interface Contact {
  readonly need: Need;
  /** Its place in the list: no number is given twice. */
  readonly serial: number;
  readonly host: string;
  readonly place: Place;
}

/** Every number is a reserved one; past the end of the reserved ranges a service has no number. */
export function channelsFor(random: Random, contact: Contact): Channel[] {
  const { host, place } = contact;
  const isOnlineOnly = contact.need.startsWith('online.') && random.chance(0.5);
  const channels: Channel[] = isOnlineOnly ? [chat(host)] : numbersFor(random, contact);
  if (random.chance(0.7)) channels.push(web(host));
  if (isOnlineOnly || random.chance(0.4)) channels.push(email(host));
  const [where] = place.locations;
  if (where?.visibility === 'public' && where.address)
    channels.push({ ...free, type: 'in-person', value: `${where.address.address_1}, ${place.area}` });
  return channels;
}

function numbersFor(random: Random, { need, serial }: Contact): Channel[] {
  const isFree = need === 'safe.crisis-line';
  const voice = isFree ? freephone(Math.floor(serial / 40)) : landline(serial);
  const text = textNumber(serial);
  const typed = serial % 10 === 2 ? relay(Math.floor(serial / 10)) : undefined;
  const bill = random.weighted(ON_BILL);
  const cost = isFree ? 'free' : random.weighted({ standard: 40, local: 30, unknown: 25, paid: 5 });
  const channels: Channel[] = [];
  if (voice) channels.push({ type: 'phone', value: voice, cost, on_phone_bill: isFree ? 'no' : bill });
  if (text) channels.push({ ...text, cost: 'standard', on_phone_bill: text.type === 'sms' ? bill : 'no' });
  if (typed)
    channels.push({
      type: 'relay',
      value: typed,
      cost: 'standard',
      on_phone_bill: 'unknown',
      label: 'Text relay',
    });
  return channels;
}

/** One in five takes texts, one in five WhatsApp, each from its own half of the reserved mobiles. */
function textNumber(serial: number): { type: 'sms' | 'whatsapp'; value: string } | undefined {
  const turn = Math.floor(serial / 5);
  if (turn >= HALF_OF_MOBILES || serial % 5 > 1) return undefined;
  const type = serial % 5 === 0 ? 'sms' : 'whatsapp';
  const value = mobile(type === 'sms' ? turn : turn + HALF_OF_MOBILES);
  return value === undefined ? undefined : { type, value };
}

const free = { cost: 'free', on_phone_bill: 'no' } as const;
const chat = (host: string): Channel => ({ ...free, type: 'chat', value: `https://chat.${host}/` });
const web = (host: string): Channel => ({ ...free, type: 'web', value: `https://${host}/` });
const email = (host: string): Channel => ({ ...free, type: 'email', value: `hello@${host}` });

export function onContactFor(random: Random, need: Need): Listing['on_contact'] {
  const isAnonymous = need === 'report.anonymous' || need === 'safe.crisis-line';
  if (!isAnonymous && random.chance(0.5)) return undefined;
  return {
    who_answers: random.pick(['A trained worker', 'A volunteer', 'The front desk', 'A nurse or a worker']),
    anonymous: isAnonymous ? 'yes' : random.weighted({ yes: 40, unknown: 40, no: 20 }),
    can_hang_up: random.weighted({ yes: 60, unknown: 35, no: 5 }),
  };
}
