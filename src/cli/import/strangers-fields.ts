import { isOneOf } from '../../core/codes.ts';
import { type PhoneNumber, parsePhone } from '../../core/phones.ts';
import { isUuid } from '../../core/schema.ts';
import { FEATURES, GROUPS, SITUATIONS } from '../../core/taxonomy.ts';
import type { ProfileFields } from './draft.ts';
import { isTree, type Tree, textIn, treesIn } from './hsds-service.ts';
import { readRoleEmail, readUrl } from './read-links.ts';
import type { Note } from './tally.ts';

// Whoever writes a file can write "confirmed" into it. What closed fields of our profile say is taken as what a source
// says; that somebody checked it, or chose it for the first screen, is never taken from a file.

/** How words and links of a source become such as may be kept. */
export interface Keeping {
  words(text: string | undefined, most: number): string | undefined;
  /** Whether it repeats something private. */
  tells(text: string): boolean;
  /** The text as it is, or nothing where it leads to a place or repeats something private. */
  whole(text: string | undefined): string | undefined;
  readonly note: Note;
}

export const NO_WAY = 'no way to reach it';
// Longer than any text of a listing: the schema judges each by its own length.
const LONGEST = 1000;
const PROSE =
  /^(kind|field|label|note|notes|who_answers|conditions|says|quote|text|description|name|source_text|confidentiality_note)$/;
const CLAIMS = ['immigration_eligibility', 'status_check', 'shares_with_immigration_authorities'] as const;
/** What anybody can read again; a call or a letter only those know who had it. */
const READABLE = ['provider-web', 'published-policy', 'law'];

/** The fields of a listing, still to be parsed, that our profile gives. */
export function strangersFields(profile: ProfileFields, keeping: Keeping): Record<string, unknown> {
  const { id, organization_id: _, verification: __, first_screen: first, ...fields } = profile;
  if (first !== undefined) keeping.note('dropped', 'a place on the first screen: that is chosen by hand');
  const said = inWords(fields, '', keeping) as Tree;
  const channels = treesIn(said, 'channels').flatMap((one) => channelOf(one, keeping) ?? []);
  if (channels.length === 0) keeping.note('left', NO_WAY);
  return {
    ...said,
    ...(isUuid(id) ? { id } : {}),
    situations: codesOf(SITUATIONS, said.situations),
    groups_served: codesOf(GROUPS, said.groups_served),
    groups_excluded: codesOf(GROUPS, said.groups_excluded),
    features: codesOf(FEATURES, said.features),
    channels,
    ...Object.fromEntries(CLAIMS.map((claim) => [claim, claimOf(said[claim], keeping)])),
    ...(isTree(said.alert) && !said.alert.text ? { alert: undefined } : {}),
    sources: treesIn(said, 'sources').filter(({ url }) => keeping.whole(asText(url))),
  };
}

/** The source's own warnings stand; its checks do not. */
export function strangersVerification(profile: ProfileFields, keeping: Keeping): Record<string, unknown> {
  const [verification = {}] = treesIn(profile, 'verification');
  const { state, checked_on: checked, source_url: url, disputes, replaced_by: next } = verification;
  if (checked || (state !== 'unverified' && state !== undefined))
    keeping.note('left', 'a check that somebody else made: it has to be made again');
  const warnings = treesIn({ disputes: inWords(disputes, '', keeping) }, 'disputes');
  return {
    source_url: keeping.whole(asText(url)),
    ...(warnings.length > 0 ? { disputes: warnings.filter(({ note }) => note) } : {}),
    ...(isUuid(next) ? { replaced_by: next } : {}),
  };
}

export function strangersOrganization(profile: ProfileFields): { id?: string } {
  const { organization_id: id } = profile;
  return isUuid(id) ? { id } : {};
}

/** The same tree with its prose mended, or left out where it may not be kept. */
function inWords(value: unknown, field: string, keeping: Keeping): unknown {
  if (typeof value === 'string') return PROSE.test(field) ? keeping.words(value, LONGEST) : value;
  if (Array.isArray(value))
    return value.map((one) => inWords(one, field, keeping)).filter((one) => one !== undefined);
  if (!isTree(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, inWords(inner, name, keeping)]),
  );
}

function channelOf({ display: _, ...channel }: Tree, keeping: Keeping): Tree | undefined {
  const value = readValue(channel, keeping);
  if (value === undefined) return undefined;
  if (!keeping.tells(JSON.stringify(value))) return { ...channel, value };
  keeping.note('dropped', 'a contact that is private elsewhere in the source');
  return undefined;
}

function readValue({ type, value }: Tree, { words, whole, note }: Keeping): unknown {
  const text = asText(value);
  switch (type) {
    case 'email':
      return text && readRoleEmail(text, note);
    case 'web':
    case 'chat':
      return text && exactLink(text, note);
    case 'in-person':
      return words(text, LONGEST);
    case 'ussd':
      return whole(text);
    default:
      if (typeof value === 'string' || isTree(value)) {
        if (parsePhone(value as PhoneNumber).ok) return value;
      }
      note('dropped', 'a phone that is no number, or costs the caller dearly');
      return undefined;
  }
}

/** As it was written where that is safe: a link that was read again is the same link. */
function exactLink(text: string, note: Note): string | undefined {
  const link = readUrl(text, note);
  return link && URL.canParse(text) && new URL(text).href === link ? text : link;
}

/** A yes or no as the source's closed field has it, from the day that its evidence bears; nobody here has checked it. */
function claimOf(claim: unknown, { whole, note }: Keeping): unknown {
  if (!isTree(claim)) return undefined;
  const evidence = treesIn(claim, 'evidence').map((one) => {
    const { checked_on: checked, checked_by: _, ...rest } = one;
    return {
      ...rest,
      type: READABLE.includes(asText(one.type) ?? '') ? one.type : 'source-field',
      url: whole(asText(one.url)),
      checked_on: null,
      read_on: one.read_on ?? checked ?? undefined,
    };
  });
  const kept = { ...claim, ...(claim.evidence === undefined ? {} : { evidence }) };
  if (textIn(claim, 'value') === 'unknown' || evidence.some((one) => one.read_on)) return kept;
  note('left', 'an answer about immigration status without evidence and its day: kept as unknown');
  return { value: 'unknown' };
}

function codesOf<Code extends string>(codes: readonly Code[], value: unknown): Code[] {
  return Array.isArray(value) ? value.filter((one) => isOneOf(codes, one)) : [];
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
