import { isRoleEmail } from '../../core/edits/lint/role-mailbox.ts';
import { parseEmail, parseWebLink } from '../../core/links.ts';
import type { Note } from './tally.ts';

const MAP = /(^|[./])maps?\.|goo\.gl|openstreetmap|\/maps?\/|what3words|plus\.codes|[?&](ll|q|daddr)=-?\d/i;

/** A page as `https:`; undefined where it is none that is safe to offer. */
export function readUrl(words: string, note: Note): string | undefined {
  const text = words.trim();
  if (text === '') return undefined;
  if (MAP.test(text)) {
    note('dropped', 'a link to a map');
    return undefined;
  }
  const { url, repair } = withScheme(text);
  const parsed = parseWebLink(url);
  if (!parsed.ok) {
    note('dropped', 'a web address that is not safe to offer');
    return undefined;
  }
  if (repair) note('repaired', repair);
  return parsed.value.href;
}

function withScheme(text: string): { url: string; repair?: string } {
  if (/^https:/i.test(text)) return { url: text };
  if (/^http:\/\//i.test(text))
    return {
      url: text.replace(/^http/i, 'https'),
      repair: 'a web address with http: made https, open it once',
    };
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(text)) return { url: text };
  return { url: `https://${text}`, repair: 'a web address without https://' };
}

/** The address of a role; a person's is dropped. */
export function readRoleEmail(words: string, note: Note): string | undefined {
  const text = words.trim().replace(/^mailto:/i, '');
  if (text === '') return undefined;
  if (!parseEmail(text).ok) {
    note('dropped', 'an e-mail address that is none');
    return undefined;
  }
  if (!isRoleEmail(text)) {
    note('dropped', 'an e-mail address that may be a person’s own');
    return undefined;
  }
  return text;
}
