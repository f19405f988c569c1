import { isRecord } from '../is-record.ts';
import { parseListing } from '../schema.ts';
import { tellingErrors } from './confidential-findings.ts';
import { hasHiddenPlace } from './hidden-places.ts';

/**
 * Whether a listing that came from elsewhere may be kept on a device (SV-10). One with a place that is not public has no
 * field but those that a listing has, so neither street, coordinate nor photo, and no words that lead to its door. Of a
 * public one nothing is asked: what a newer server says of it must not take it off an older desk.
 */
export function keepsPlaceRule(input: unknown): boolean {
  if (!isPlaced(input)) return false;
  if (!hasHiddenPlace(input)) return true;
  const read = parseListing(input);
  return read.ok && tellingErrors(read.value).length === 0;
}

/** What cannot be asked whether it hides a place is taken to hide one. */
function isPlaced(input: unknown): input is Parameters<typeof hasHiddenPlace>[0] {
  return (
    isRecord(input) &&
    Array.isArray(input.needs) &&
    Array.isArray(input.locations) &&
    input.locations.every(isRecord)
  );
}
