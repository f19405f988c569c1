// The words with which a listing says how things are. The schema takes these and no other; screens have words for them.

export const ANSWERS = ['yes', 'no', 'unknown'] as const;
export const LANGUAGE_MODES = ['staff', 'interpreter', 'written', 'limited'] as const;
export const COSTS = ['free', 'low-cost', 'paid', 'unknown'] as const;
export const REFERRERS = ['self', 'agency-only', 'first-responder-only'] as const;
export const AVAILABILITIES = ['space', 'waiting-list', 'full', 'unknown'] as const;
export const CHECK_METHODS = ['call', 'email', 'visit', 'provider-edit', 'web'] as const;
/** `reviewed`: by a speaker of the language who has read it. */
export const TRANSLATION_MAKERS = ['human', 'reviewed', 'machine'] as const;
export const VISIBILITIES = ['public', 'area-only', 'none'] as const;

/** Whether a version of ours has words for this. */
export function isOneOf<Code extends string>(codes: readonly Code[], value: unknown): value is Code {
  return (codes as readonly unknown[]).includes(value);
}
