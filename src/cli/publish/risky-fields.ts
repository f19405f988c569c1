import { riskOf } from '../../core/edits/risk.ts';

// A note on a line is not the line.
const NO_LINE = /^channels\.\d+\.(note|label|languages|cost|on_phone_bill|display)(\.|$)/;
const TRANSLATED_NAME = /^translations\.[^.]+\.name$/;
const CLOSING = /^verification\.(state|replaced_by)$/;

/**
 * Whether what stands at a place in a pack, as in `channels.0.value`, could harm somebody if it were wrong (SV-7): as for
 * edits, but by the place alone.
 */
export function isRiskyPlace(place: string): boolean {
  const [name = '', within = ''] = place.split('.');
  if (name === 'channels') return !NO_LINE.test(place);
  if (name === 'translations') return TRANSLATED_NAME.test(place);
  if (name === 'verification') return CLOSING.test(place);
  // One of them makes a refuge of it, another puts it before all others.
  if (name === 'needs') return true;
  const field = name === 'organization' ? `${name}.${within}` : name;
  return riskOf({ field, before: null, after: null }) !== null;
}
