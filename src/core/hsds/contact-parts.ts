import { isOneOf } from '../codes.ts';
import type { Channel, Listing } from '../schema.ts';
import { hsdsId, PHONE_TYPES, SPOKEN_MODES } from './names.ts';

// Ways to reach a service, as core HSDS has them. Only what a reader that knows nothing of the profile may take at its
// word: a number that is for WhatsApp alone would be dialled, a code with `#` would be run.

export function phonesOf({ id, channels }: Listing): object[] {
  return channels.flatMap((channel, index) => {
    if (!isDialled(channel)) return [];
    const phoneId = hsdsId('phone', id, index);
    const number = channel.value;
    const languages = (channel.languages ?? []).filter((code) => code !== '*');
    return [
      {
        id: phoneId,
        service_id: id,
        number: typeof number === 'string' ? number : number.code,
        type: PHONE_TYPES[channel.type],
        ...present('description', phoneWords(channel)),
        ...(typeof number !== 'string' && { only_in_country: number.country }),
        ...list(
          'languages',
          languages.map((code) => ({ id: hsdsId('language', phoneId, code), phone_id: phoneId, code })),
        ),
      },
    ];
  });
}

type Dialled = Extract<Channel, { type: keyof typeof PHONE_TYPES }>;

function isDialled(channel: Channel): channel is Dialled {
  return Object.hasOwn(PHONE_TYPES, channel.type);
}

function phoneWords(channel: Dialled): string | undefined {
  const words = [
    channel.label,
    channel.type === 'sms' && channel.keyword ? `Text the word ${channel.keyword}` : undefined,
    typeof channel.value === 'string' ? undefined : `Works only inside ${channel.value.country}`,
    channel.note,
  ].filter((word) => word !== undefined);
  return words.length > 0 ? words.join('. ') : undefined;
}

/** `email`, `url` and `additional_urls`: the first of each kind is the service's own. */
export function linksOf({ id, channels }: Listing): object {
  const email = channels.find(({ type }) => type === 'email')?.value;
  const [first, ...others] = channels.filter(({ type }) => type === 'web');
  const more = [...others, ...channels.filter(({ type }) => type === 'chat')];
  return {
    ...present('email', email),
    ...present('url', first?.value),
    ...list(
      'additional_urls',
      more.map(({ type, value, label }, index) => ({
        id: hsdsId('url', id, index),
        service_id: id,
        url: value,
        ...present('label', label ?? (type === 'chat' ? 'Chat' : undefined)),
      })),
    ),
  };
}

/** What the source gave, without the digits grouped for showing, which every build makes anew. */
export function channelsOf({ channels }: Listing): object[] {
  return channels.map(({ display: _, ...channel }) => channel);
}

export function languagesOf({ id, languages }: Listing): object {
  const parts = languages.map(({ code, mode, note }, index) => ({
    id: hsdsId('language', id, index),
    service_id: id,
    code,
    mode,
    ...present('note', note ?? (mode === 'limited' ? 'A little' : undefined)),
  }));
  const isSpoken = ({ code, mode }: { code: string; mode: string }) =>
    code !== '*' && isOneOf(SPOKEN_MODES, mode);
  const interpreted = parts.filter(({ mode }) => mode === 'interpreter');
  const names = interpreted.map(({ code }) => (code === '*' ? 'any language' : code)).join(', ');
  return {
    ...list('languages', parts.filter(isSpoken)),
    ...list(
      'indirect_languages',
      parts.filter((one) => !isSpoken(one)),
    ),
    ...present('interpretation_services', names ? `Through an interpreter: ${names}` : undefined),
  };
}

/** A field only where there is something to say: HSDS has no null. */
export function present(name: string, value: unknown): object {
  return value === undefined ? {} : { [name]: value };
}

export function list(name: string, values: readonly unknown[]): object {
  return values.length > 0 ? { [name]: values } : {};
}
