/** One country of the urgent block, as `waypost build` writes it from the signed listings. */
export interface FirstScreenCountry {
  readonly code: string;
  readonly timezone: string;
  /** Its name in its own languages. */
  readonly own: readonly { readonly lang: string; readonly name: string; readonly emergency: string }[];
  readonly emergency: readonly EmergencyNumber[];
  readonly lines: readonly FirstScreenLine[];
}

export interface EmergencyNumber {
  readonly number: string;
  readonly for: 'all' | 'police' | 'ambulance';
  readonly source_url: string;
  readonly source_name: string;
  readonly read_on: string;
  /** The day the page bears; null when it bears none. */
  readonly source_dated: string | null;
}

export interface FirstScreenLine {
  readonly id: string;
  readonly name: string;
  readonly display: string;
  readonly href: string;
  readonly isFree: boolean;
  readonly hoursText: string | null;
  readonly text: { readonly display: string; readonly keyword: string | null } | null;
}
