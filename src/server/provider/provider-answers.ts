import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { hasHiddenPlace } from '../../core/confidential/hidden-places.ts';
import { tracesIn } from '../../core/confidential/traces.ts';
import { dayOf } from '../../core/dates.ts';
import type { ProviderAnswers, ProviderQuestions, Refusal, StaffListing } from '../../core/desk-api.ts';
import type { Edit, FieldChange } from '../../core/edits/edit.ts';
import { fieldKind } from '../../core/edits/field-kind.ts';
import { fieldsOf } from '../../core/edits/fields.ts';
import { isRisky } from '../../core/edits/risk.ts';
import { change } from '../database/change.ts';
import { edits, providerLinks } from '../database/tables.ts';
import { hashOfEdit } from '../edits/hash-edit.ts';
import { refusal } from '../http/refusal.ts';
import type { Asked, Reply } from '../http/route.ts';
import { readListing } from '../listings/read-listings.ts';
import { authorOfLink } from './author-of-link.ts';
import { goodLink } from './provider-link.ts';

// What a provider can tell of itself. Places are left out: a link may come into other hands.
const ASKED =
  /^(name|description|hours|languages|cost|minimum_age|maximum_age|groups_served|groups_excluded|eligibility_description|application_process|required_documents|id_required|referral_required|channels\..*)$/;
const IN_WORDS = ['name', 'description', 'eligibility_description', 'application_process'];
const MOST_COMMENT = 1000;

export async function askProvider({
  desk,
  params,
}: Asked<unknown>): Promise<Reply<ProviderQuestions> | Refusal> {
  const link = await goodLink(desk.db, params.token ?? '', desk.now());
  const found = link && (await readListing(desk.db, link.listingId));
  if (!link || !found) return refusal('link-ended');
  const facts = factsOf(found).map(([field, value]) => ({ field, value }));
  return { status: 200, answer: { name: found.listing.name, endsAt: link.endsAt.toISOString(), facts } };
}

function factsOf({ listing }: StaffListing): [string, FieldChange['before']][] {
  return [...fieldsOf(listing)].filter(([field]) => ASKED.test(field) && field !== 'channels.order');
}

/** Takes the answers as an edit that the provider stated; like any other it waits for a reviewer. The link is then used up. */
export async function keepProviderAnswers({
  desk,
  params,
  body,
}: Asked<ProviderAnswers>): Promise<Reply<object> | Refusal> {
  const now = desk.now();
  return await change(desk.db, now, async ({ tx, say }) => {
    const link = await goodLink(tx, params.token ?? '', now);
    const found = link && (await readListing(tx, link.listingId));
    if (!link || !found) return refusal('link-ended');
    const telling = tellingFields(found, body);
    if (telling.length > 0)
      return refusal('lint', { fields: telling.map((field) => ({ field, reason: 'gives-away-a-place' })) });
    const edit = editOf(found, body, now);
    await tx.insert(edits).values({
      id: edit.id,
      listingId: edit.listingId,
      region: edit.region,
      content: edit,
      hash: hashOfEdit(edit),
      state: 'pending',
      authorId: null,
      authorCredential: authorOfLink(link.madeBy),
      isRisky: isRisky(edit),
      madeAt: now,
      decidedAt: null,
    });
    await tx.update(providerLinks).set({ usedAt: now }).where(eq(providerLinks.tokenHash, link.tokenHash));
    await say({
      actor: 'provider',
      action: 'edit.propose',
      object: edit.id,
      detail: { listing: edit.listingId },
    });
    return { status: 201, answer: {} };
  });
}

/** A provider's own words may tell where a hidden place is, to people who need not know. */
function tellingFields({ listing }: StaffListing, { answers }: ProviderAnswers): string[] {
  if (!hasHiddenPlace(listing)) return [];
  return answers
    .filter(({ words = '' }) => tracesIn(words, listing.country).some(({ isSure }) => isSure))
    .map(({ field }) => fieldKind(field));
}

function editOf(found: StaffListing, { answers }: ProviderAnswers, now: Date): Edit {
  const facts = new Map(factsOf(found));
  const known = answers.filter(({ field }) => facts.has(field));
  const changed = known.filter(({ answer, words }) => answer === 'changed' && words !== undefined);
  const isWords = ({ field }: { readonly field: string }) => IN_WORDS.includes(field);
  const comment = changed
    .filter((one) => !isWords(one))
    .map(({ field, words }) => `${fieldKind(field)}: ${words}`)
    .join('\n')
    .slice(0, MOST_COMMENT);
  return {
    id: randomUUID(),
    listingId: found.listing.id,
    region: found.region,
    kind: 'change',
    baseVersion: found.version,
    changes: changed
      .filter(isWords)
      .map(({ field, words = '' }) => ({ field, before: facts.get(field) ?? null, after: words })),
    confirmed: known.filter(({ answer }) => answer === 'still-right').map(({ field }) => field),
    overrides: [],
    method: 'provider-link',
    verifiedOn: dayOf(now.getTime()),
    ...(comment === '' ? {} : { comment }),
  };
}
