/** What whoever imports says of the whole source, where its rows do not. */
export interface ImportSettings {
  /** Names the source in slugs, so that ids of two sources never meet. */
  readonly source: string;
  readonly country?: string | undefined;
  readonly timezone?: string | undefined;
  readonly language?: string | undefined;
  /** Towns large enough to be named, in lower case. */
  readonly largeTowns: ReadonlySet<string>;
}

// Asking the engine took half of an import's time: 1.2 ms a row.
const ZONES = new Map<string, string | undefined>();

/** The zone of a country that has one; a country with several needs it said. */
export function zoneOf(country: string): string | undefined {
  if (!ZONES.has(country)) ZONES.set(country, onlyZoneOf(country));
  return ZONES.get(country);
}

function onlyZoneOf(country: string): string | undefined {
  // `timeZones` is a method in newer engines and a property in Node 20.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    timeZones?: readonly string[];
    getTimeZones?: () => readonly string[];
  };
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  return zones.length === 1 ? zones[0] : undefined;
}
