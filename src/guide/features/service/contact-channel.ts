import { parseEmail, parseWebLink } from '../../../core/links.ts';
import { parsePhone } from '../../../core/phones.ts';
import type { Channel } from '../../../core/schema.ts';

/** A channel as it can be used: where its link goes, if it may be one, and what is shown to copy by hand. */
export interface UsableChannel {
  readonly type: Channel['type'];
  readonly channel: Channel;
  /** Null where it must never be a link: dial codes, addresses, and anything that is not safe. */
  readonly href: string | null;
  readonly shown: string;
  /** A number that works only inside this country. */
  readonly insideCountry: string | null;
}

/** The listing's order is kept: it puts the safest first. What cannot be used safely is shown as text or left out. */
export function usableChannels(channels: readonly Channel[]): readonly UsableChannel[] {
  return channels.flatMap((channel): UsableChannel[] => {
    switch (channel.type) {
      case 'phone':
      case 'relay':
        return [phoneChannel(channel, 'tel')];
      case 'sms':
        return [phoneChannel(channel, 'sms')];
      case 'whatsapp': {
        const { shown, href } = phoneChannel(channel, 'tel');
        const digits = typeof channel.value === 'string' ? channel.value.slice(1) : '';
        // The app's own link, not a web page: no page is left in the browser's history.
        return [
          {
            type: channel.type,
            channel,
            href: href && digits ? `whatsapp://send?phone=${digits}` : null,
            shown,
            insideCountry: null,
          },
        ];
      }
      case 'chat':
      case 'web': {
        const link = parseWebLink(channel.value);
        return link.ok
          ? [
              {
                type: channel.type,
                channel,
                href: link.value.href,
                shown: link.value.host,
                insideCountry: null,
              },
            ]
          : [];
      }
      case 'email': {
        const link = parseEmail(channel.value);
        return [
          {
            type: channel.type,
            channel,
            href: link.ok ? link.value.href : null,
            shown: channel.value,
            insideCountry: null,
          },
        ];
      }
      case 'ussd':
      case 'in-person':
        return [{ type: channel.type, channel, href: null, shown: channel.value, insideCountry: null }];
      default:
        // A channel that this version does not know is left out; the others still help.
        return [];
    }
  });
}

type PhoneLike = Extract<Channel, { type: 'phone' | 'sms' | 'whatsapp' | 'relay' }>;

function phoneChannel(channel: PhoneLike, scheme: 'tel' | 'sms'): UsableChannel {
  const { type, value, display } = channel;
  const link = parsePhone(value, scheme);
  const isShort = typeof value !== 'string';
  return {
    type,
    channel,
    href: link.ok ? link.value.href : null,
    shown: display ?? (isShort ? value.code : value),
    insideCountry: isShort ? value.country : null,
  };
}
