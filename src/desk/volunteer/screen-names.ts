import type { Role } from '../../core/desk-api.ts';

/** In the order of the tabs. */
export const SCREENS = [
  'today',
  'queue',
  'listings',
  'outbox',
  'review',
  'coverage',
  'people',
  'checklist',
  'guide',
  'you',
] as const;
export type ScreenName = (typeof SCREENS)[number];

const ONLY_FOR: Partial<Record<ScreenName, readonly Role[]>> = {
  review: ['reviewer', 'coordinator'],
  people: ['coordinator', 'auditor'],
  checklist: ['coordinator'],
};

/** Those that somebody with these roles can do something on; the server decides again (SV-6). */
export function screensFor(roles: readonly Role[]): ScreenName[] {
  return SCREENS.filter((name) => {
    const only = ONLY_FOR[name];
    return !only || only.some((role) => roles.includes(role));
  });
}
