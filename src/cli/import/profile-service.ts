import { isRoleEmail } from '../../core/edits/lint/role-mailbox.ts';
import { hsdsId, SAME_IN_PROFILE } from '../../core/hsds/names.ts';
import type { Draft, DraftPlace, ProfileFields } from './draft.ts';
import { draftOfService, placeOf, type Tree, textIn, treesIn } from './hsds-service.ts';

// A service in our own profile: the way back from `hsdsOfListing`. Fields that the profile adds are taken under their
// names; `strangersFields` then decides what may be believed of them.

/** Whether a service speaks our profile: it has what the profile requires beyond core HSDS. */
export function speaksProfile(service: Tree): boolean {
  return (
    textIn(service, 'text_language', 'country') !== undefined &&
    Array.isArray(service.needs) &&
    Array.isArray(service.channels) &&
    treesIn(service, 'verification').length > 0
  );
}

export function draftOfProfile(service: Tree, row: number): Draft {
  const [verification = {}] = treesIn(service, 'verification');
  const draft = draftOfService(service, row, { keepsPoints: true });
  return {
    ...draft,
    country: textIn(service, 'country'),
    textLanguage: textIn(service, 'text_language'),
    // The same codes stand in the attributes, whose words would be read for more.
    needWords: codesIn(service.needs),
    situationWords: codesIn(service.situations),
    groupWords: codesIn(service.groups_served),
    places: placesIn(service),
    // The profile says better what core can say of these.
    ...{ phones: [], emails: [], urls: [], links: [], languages: [], hours: undefined, fees: undefined },
    ...{ notes: [], hasEndlessAlert: false },
    secrets: [...(draft.secrets ?? []), ...personalMails(service)],
    sourceDated: draft.sourceDated ?? textIn(verification, 'source_dated'),
    profile: fieldsOf(service),
  };
}

/** A person's own address is not repeated by the words around it either. */
function personalMails(service: Tree): string[] {
  return treesIn(service, 'channels').flatMap((channel) => {
    const address = channel.type === 'email' ? textIn(channel, 'value') : undefined;
    return address && !isRoleEmail(address) ? [address] : [];
  });
}

function codesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function fieldsOf(service: Tree): ProfileFields {
  const [organization = {}] = treesIn(service, 'organization');
  const same = SAME_IN_PROFILE.flatMap((field) =>
    service[field] === undefined ? [] : [[field, service[field]] as const],
  );
  return {
    ...Object.fromEntries(same),
    id: service.id,
    organization_id: organization.id ?? service.organization_id,
    channels: service.channels,
    languages: languagesIn(service),
    alert: service.dated_alert,
  };
}

/** Core keeps those that are spoken apart from the others. */
function languagesIn(service: Tree): object[] {
  const parts = inOrder(service, 'language', treesIn(service, 'languages', 'indirect_languages'));
  return parts.map(({ code, mode, note }) => ({
    code,
    mode,
    // The words that the export gives to core readers, who know no modes.
    ...(note === undefined || (mode === 'limited' && note === 'A little') ? {} : { note }),
  }));
}

function placesIn(service: Tree): DraftPlace[] {
  const shown = treesIn(service, 'service_at_locations').flatMap((at) => treesIn(at, 'location'));
  const hidden = treesIn(service, 'hidden_locations');
  return inOrder(service, 'location', [...shown, ...hidden]).map((place) =>
    hidden.includes(place) ? hiddenPlace(place) : placeOf(place, { keepsPoints: true }),
  );
}

/** Of a hidden place the area is read and nothing else, whatever a stranger's file has there. */
function hiddenPlace(place: Tree): DraftPlace {
  const area = place.visibility === 'area-only' ? textIn(place, 'area_name') : undefined;
  return {
    ...placeOf(place, { keepsPoints: true }),
    name: undefined,
    city: undefined,
    region: area,
    point: 'not-kept',
    isFlagged: !area,
    isRedacted: place.location_type === 'redacted',
    consentEvidence: undefined,
  };
}

/** The order of the listing, which is in the ids that the export gave; that of the file where they are others. */
function inOrder(service: Tree, entity: string, parts: readonly Tree[]): Tree[] {
  const ids = parts.map((_, index) => hsdsId(entity, textIn(service, 'id') ?? '', index));
  return parts.toSorted((one, other) => ids.indexOf(String(one.id)) - ids.indexOf(String(other.id)));
}
