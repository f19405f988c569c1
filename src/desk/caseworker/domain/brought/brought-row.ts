/** A service as a file from elsewhere names it. It is never shown as a listing: it only finds one of ours. */
export interface BroughtRow {
  /** Its place in the file, the first being 1. */
  readonly at: number;
  readonly id: string;
  readonly name: string;
  /** One or several, as they were written. */
  readonly phones: string;
}

/** No honest name or number is longer; what is will not be looked at. */
export const LONGEST_CELL = 500;
