import type { IsoDate } from '../../../core/dates.ts';
import { contactOf } from '../../../core/hand-over/contact-of.ts';
import { type HandedContact, isNameToHand, MOST_CONTACTS } from '../../../core/hand-over/contacts.ts';
import { type Deflate, MOST_MARKS, writeContactList, writeMarks } from '../../../core/hand-over.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';

/**
 * Why a service is not in the code. `no-room`: it comes in the next one. `no-number`: nothing that may be dialled. `bad-name`:
 * signs that a code cannot hold. `gone`: no list here has it any more.
 */
export interface LeftOut {
  readonly id: string;
  readonly why: 'no-room' | 'no-number' | 'bad-name' | 'gone';
}

/** A code, and what a worker should know of it before it is shown. */
export interface CodePlan {
  /** Null where nothing of the shortlist can be handed over. */
  readonly text: string | null;
  /** Those in the code, in order; `contact` is what it has of them, null where it only names them to a phone with the list. */
  readonly handed: readonly { readonly id: string; readonly contact: HandedContact | null }[];
  readonly left: readonly LeftOut[];
  /** Whose name had to be cut short. */
  readonly cut: readonly string[];
}

// 81 modules across: a phone of today reads it off a laptop's screen at half an arm's length. The format allows more.
const MOST_LETTERS = 656;

/** For a phone that has the lists: marks of ids, and nothing else. `known`: every id on this device. */
export function planByIds(ids: readonly string[], known: readonly string[]): CodePlan {
  const here = new Set(known);
  const able = ids.filter((id) => here.has(id));
  const handed = able.slice(0, MOST_MARKS);
  const written = handed.length > 0 ? writeMarks(handed, known) : null;
  return {
    text: written?.ok ? written.value : null,
    handed: handed.map((id) => ({ id, contact: null })),
    left: ids.flatMap((id): LeftOut[] => {
      if (!here.has(id)) return [{ id, why: 'gone' }];
      return handed.includes(id) ? [] : [{ id, why: 'no-room' }];
    }),
    cut: [],
  };
}

interface WholeOptions {
  readonly listings: readonly ShownListing[];
  /** By id, where they are told under another name. */
  readonly aliases: Readonly<Record<string, string>> | null;
  readonly listDay: IsoDate;
  readonly deflate: Deflate;
}

/** For any phone: a name or alias, a number and the regular hours of each, as many as a code that is easily read holds. */
export async function planWhole(
  ids: readonly string[],
  { listings, aliases, listDay, deflate }: WholeOptions,
): Promise<CodePlan> {
  const left: LeftOut[] = [];
  const able: { id: string; contact: HandedContact }[] = [];
  for (const id of ids) {
    const listing = listings.find((one) => one.id === id);
    const contact = listing && contactOf(listing, aliases?.[id]);
    if (!contact) left.push({ id, why: 'gone' });
    else if (contact.number === null) left.push({ id, why: 'no-number' });
    else if (!isNameToHand(contact.name)) left.push({ id, why: 'bad-name' });
    else able.push({ id, contact });
  }
  let handed = able.slice(0, MOST_CONTACTS);
  let text: string | null = null;
  while (handed.length > 0) {
    const written = await writeContactList(
      { contacts: handed.map(({ contact }) => contact), listDay },
      deflate,
    );
    if (written.ok && written.value.length <= MOST_LETTERS) {
      text = written.value;
      break;
    }
    handed = handed.slice(0, -1);
  }
  const noRoom = able.slice(handed.length).map(({ id }): LeftOut => ({ id, why: 'no-room' }));
  const cut = aliases ? [] : handed.filter(({ contact }) => contact.name.endsWith('…'));
  return { text, handed, left: [...left, ...noRoom], cut: cut.map(({ id }) => id) };
}
