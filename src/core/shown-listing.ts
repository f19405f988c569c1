import type { Listing } from './schema.ts';

/**
 * A listing as it travels to a phone: without what only its keepers need (where each fact was read, the organisation's
 * id), and without fields that hold only their default. A third fewer bytes on a connection that may be paid by the byte.
 */
export type CompactListing = Pick<Listing, 'id' | 'name'> & Readonly<Record<string, unknown>>;

/** A listing as a screen shows it. */
export type ShownListing = Omit<Listing, 'organization' | 'sources'> & {
  readonly organization: { readonly name: string; readonly website?: string | undefined };
};

const UNKNOWN = { value: 'unknown' } as const;

/** What a field means when it is not there; the same as the schema's defaults, which a test holds together. */
export const DEFAULTS = {
  translations: {},
  situations: [],
  groups_served: [],
  groups_excluded: [],
  features: [],
  required_documents: [],
  cost: UNKNOWN,
  languages: [],
  immigration_eligibility: UNKNOWN,
  status_check: UNKNOWN,
  shares_with_immigration_authorities: UNKNOWN,
  id_required: UNKNOWN,
  police_report_required: UNKNOWN,
  referral_required: UNKNOWN,
  parental_consent_required: UNKNOWN,
  mandatory_reporting: UNKNOWN,
  locations: [],
  service_areas: [],
  notes: [],
  sample: false,
} as const satisfies Partial<Listing>;

const CHANNEL_DEFAULTS = { cost: 'unknown', on_phone_bill: 'unknown' } as const;
const HOURS_DEFAULTS = { schedules: [], exceptions: [] } as const;

/** A service that is closed, for good or for now, is not sent to a phone: nobody may travel to it. */
export function isShown({ status, verification }: Pick<Listing, 'status' | 'verification'>): boolean {
  return status === 'active' && verification.state !== 'closed';
}

export function compactListing(listing: Listing): CompactListing {
  const { organization, verification, hours, channels, sources: _sources, ...rest } = listing;
  const { id: _id, ...shownOrganization } = organization;
  const { source_url: _url, ...shownVerification } = verification;
  return {
    ...(without(rest, DEFAULTS) as Pick<Listing, 'id' | 'name'>),
    organization: shownOrganization,
    verification: shownVerification,
    channels: channels.map((channel) => without(channel, CHANNEL_DEFAULTS)),
    ...(hours ? { hours: without(hours, HOURS_DEFAULTS) } : {}),
  };
}

/** The listing with its defaults put back. The record's bytes are as signed, so it is read as what it is. */
export function shownListing(record: CompactListing): ShownListing {
  const { channels, hours, ...rest } = record as unknown as ShownListing;
  return {
    ...DEFAULTS,
    ...rest,
    channels: channels.map((channel) => ({ ...CHANNEL_DEFAULTS, ...channel })),
    ...(hours ? { hours: { ...HOURS_DEFAULTS, ...hours } } : {}),
  } as unknown as ShownListing;
}

function without<Shape extends object>(shape: Shape, defaults: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(shape).filter(
      ([key, value]) => !(key in defaults) || JSON.stringify(value) !== JSON.stringify(defaults[key]),
    ),
  );
}
