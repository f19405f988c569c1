/** What in a text could lead somebody to a door. */
export type LeadKind =
  | 'street'
  | 'street-name'
  | 'postcode'
  | 'outcode'
  | 'post-box'
  | 'coordinates'
  | 'map-code'
  | 'map-link'
  | 'way-there';

/** One way of writing a place, and how sure a match is: what is not sure is for a person to look at. */
export interface Lead {
  readonly kind: LeadKind;
  readonly isSure: boolean;
  /** Global, so that every match is seen: the first may be the listing's own public office. */
  readonly pattern: RegExp;
  /** Countries it holds for; without it, all of them. */
  readonly countries?: readonly string[];
}

/** A match. `found` is for comparing with what is public anyway and is never shown, logged or returned to a report. */
export interface Trace {
  readonly kind: LeadKind;
  readonly isSure: boolean;
  readonly found: string;
}
