import { fieldsFirst, serviceTypeOf } from '../../../../core/edits/presets.ts';
import type { Listing } from '../../../../core/schema.ts';

/** The fields that matter most for this kind of service. */
export function presetFields({ needs }: Listing): readonly string[] {
  return fieldsFirst(serviceTypeOf(needs ?? []));
}
