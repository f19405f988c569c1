import type { Profile } from './profile.ts';

/** What the worker may take back of a thing that was done to several services, or to a whole form, at once (C13). */
export type Undo =
  /** These came to the shortlist. */
  | { readonly kind: 'added'; readonly ids: readonly string[] }
  /** These were the shortlist. */
  | { readonly kind: 'emptied'; readonly ids: readonly string[] }
  /** These were chosen in the list. */
  | { readonly kind: 'unchosen'; readonly ids: readonly string[] }
  | { readonly kind: 'started-anew'; readonly before: Work };

/** Whom it was about and what was known. */
export interface Work {
  readonly client: string | null;
  readonly profile: Profile;
  readonly shortlist: readonly string[];
}

type Kept = Work & { readonly chosen: readonly string[] };

/** What is there once it is taken back. What was done since by hand stays, except that another client's work goes whole. */
export function takenBack(undo: Undo, { shortlist, chosen }: Kept): Partial<Kept> {
  switch (undo.kind) {
    case 'added':
      return { shortlist: shortlist.filter((id) => !undo.ids.includes(id)) };
    case 'emptied':
      return { shortlist: [...undo.ids, ...shortlist.filter((id) => !undo.ids.includes(id))] };
    case 'unchosen':
      return { chosen: [...undo.ids, ...chosen.filter((id) => !undo.ids.includes(id))] };
    case 'started-anew':
      return undo.before;
  }
}
