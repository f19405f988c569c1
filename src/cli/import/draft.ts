import type { WrittenHours } from '../../core/hours-text/read-hours.ts';

// What a source says of one service, before it is a listing. Formats make drafts and nothing else; `listingOf` alone
// decides what may be kept. A draft may hold secrets, so it is never written, printed or put into an error.

export interface Draft {
  /** Where it stands in the source, as a person counts: in a table the header is row 1. */
  readonly row: number;
  readonly sourceId: string;
  readonly name: string;
  readonly alternateName?: string | undefined;
  readonly description?: string | undefined;
  /** The source's own word. */
  readonly status?: string | undefined;
  readonly organization: { readonly name?: string | undefined; readonly website?: string | undefined };
  readonly country?: string | undefined;
  readonly timezone?: string | undefined;
  readonly textLanguage?: string | undefined;
  /** Our codes, or terms of a taxonomy that `needsOf` knows. */
  readonly needWords?: readonly string[];
  readonly situationWords?: readonly string[];
  readonly groupWords?: readonly string[];
  readonly phones?: readonly DraftPhone[];
  readonly emails?: readonly string[];
  readonly urls?: readonly string[];
  /** Further pages, each with what the source calls it. */
  readonly links?: readonly DraftLink[];
  readonly languages?: readonly DraftLanguage[];
  readonly hours?: WrittenHours | undefined;
  readonly places?: readonly DraftPlace[];
  readonly minimumAge?: string | undefined;
  readonly maximumAge?: string | undefined;
  readonly eligibility?: string | undefined;
  readonly application?: string | undefined;
  readonly fees?: string | undefined;
  readonly documents?: readonly string[];
  readonly serviceAreas?: readonly string[];
  /** Words for which a listing has no field of their own. */
  readonly notes?: readonly string[];
  /** Whether the source has an alert without an end, which a listing cannot have. */
  readonly hasEndlessAlert?: boolean;
  readonly immigration?: DraftImmigration | undefined;
  /** The day that the source bears for this row. */
  readonly sourceDated?: string | undefined;
  /** Values of rows around it that no output may repeat: a private phone, a hidden sister's street, a staff name. */
  readonly secrets?: readonly string[];
  /** Fields of our own profile, as a file that speaks it has them: as untrusted as the rest. */
  readonly profile?: ProfileFields | undefined;
}

/** By the names that a listing has for them. */
export type ProfileFields = Readonly<Record<string, unknown>>;

export interface DraftPhone {
  readonly number: string;
  readonly extension?: string | undefined;
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  /** Codes of the languages that are spoken on this line. */
  readonly languages?: string[];
  /** The source's word: voice, fax, text, TTY ... */
  readonly kind?: string | undefined;
  readonly isPrivate?: boolean;
}

export interface DraftLink {
  readonly url: string;
  readonly label?: string | undefined;
}

export interface DraftLanguage {
  readonly words: string;
  /** What else the source says of it, where it has a field for that. */
  readonly note?: string | undefined;
}

export interface DraftPlace {
  readonly lines: readonly string[];
  readonly name?: string | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly postcode?: string | undefined;
  readonly country?: string | undefined;
  /** As the source writes them; `not-kept` where the format has no coordinates at all. */
  readonly point: 'not-kept' | { readonly latitude: string; readonly longitude: string };
  readonly isFlagged: boolean;
  readonly isPostal?: boolean;
  readonly isVirtual?: boolean;
  /** Our profile only: whether the source itself says that where it is is not published. */
  readonly isRedacted?: boolean;
  /** Our profile only: the point is the town's. */
  readonly isTownPoint?: boolean;
  /** Our profile only: the area that the source shows for a public place. */
  readonly area?: string | undefined;
  /** How to get there, what is near: never kept, and looked through for words such as "confidential". */
  readonly otherWords?: readonly string[];
  /** Our own table and profile only: somebody consented, and where that can be seen. */
  readonly consentEvidence?: string | undefined;
}

export interface DraftImmigration {
  readonly value: string;
  readonly conditions?: string | undefined;
  readonly url?: string | undefined;
  readonly quote?: string | undefined;
  readonly date?: string | undefined;
}
