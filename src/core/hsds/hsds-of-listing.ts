import type { Listing } from '../schema.ts';
import { channelsOf, languagesOf, linksOf, list, phonesOf, present } from './contact-parts.ts';
import { hsdsId, SAME_IN_CORE, SAME_IN_PROFILE, TAXONOMIES, termId } from './names.ts';
import { placesOf } from './place-parts.ts';
import { schedulesOf } from './schedule-parts.ts';
import { hsdsTerm } from './terms.ts';

export interface HsdsOrganization {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly website?: string;
}

/** A service as HSDS 3.1 and our profile have it, whole and nested. */
export interface HsdsService extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly organization: HsdsOrganization;
}

/** A listing as others read it. Pure: the same listing gives the same service, ids and all. */
export function hsdsOfListing(listing: Listing): HsdsService {
  const { id, name, organization, verification, service_areas: areas, required_documents: papers } = listing;
  return {
    ...pick(listing, SAME_IN_CORE),
    id,
    name,
    status: statusOf(listing),
    organization_id: organization.id,
    organization: organizationOf(listing),
    ...present('assured_date', verification.checked_on ?? undefined),
    ...linksOf(listing),
    ...list('phones', phonesOf(listing)),
    ...languagesOf(listing),
    ...list('schedules', schedulesOf(listing)),
    ...costOf(listing),
    ...list(
      'service_areas',
      areas.map((area, index) => ({ id: hsdsId('service_area', id, index), service_id: id, name: area })),
    ),
    ...list(
      'required_documents',
      papers.map((document, index) => ({ id: hsdsId('document', id, index), service_id: id, document })),
    ),
    ...placesOf(listing),
    attributes: attributesOf(listing),
    ...alertOf(listing),
    ...pick(listing, SAME_IN_PROFILE),
    channels: channelsOf(listing),
  };
}

/** Core has no word for "found closed": a reader that knows only `status` must not send anybody there. */
function statusOf({ status, verification }: Listing): string {
  return verification.state === 'closed' && status === 'active' ? 'inactive' : status;
}

function organizationOf({ organization: { id, name, website } }: Listing): HsdsOrganization {
  // Core demands a description, and we have none: its name says no more than we know.
  return { id, name, description: name, ...present('website', website) };
}

function costOf({ id, cost }: Listing): object {
  if (cost.value === 'unknown') return present('fees_description', cost.note);
  const option = { id: hsdsId('cost_option', id), service_id: id, option: cost.value };
  return {
    cost_options: [{ ...option, ...present('amount_description', cost.note) }],
    ...present('fees_description', cost.note),
  };
}

function attributesOf(listing: Listing): object[] {
  return TAXONOMIES.flatMap((taxonomy) =>
    listing[taxonomy.field].map((code) => ({
      id: hsdsId('attribute', listing.id, taxonomy.linkType, code),
      link_id: listing.id,
      link_type: taxonomy.linkType,
      link_entity: 'service',
      taxonomy_term_id: termId(taxonomy, code),
      taxonomy_term: hsdsTerm(taxonomy, code),
    })),
  );
}

/** Core alerts have no end: their days stand in the words, so that an old one is seen to be old. */
function alertOf({ alert }: Listing): object {
  return alert ? { alert: `${alert.text} (${alert.from} to ${alert.until})`, dated_alert: alert } : {};
}

function pick<Field extends keyof Listing>(listing: Listing, fields: readonly Field[]): object {
  return Object.fromEntries(
    fields.flatMap((field) => (listing[field] === undefined ? [] : [[field, listing[field]]])),
  );
}
