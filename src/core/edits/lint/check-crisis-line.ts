import type { Listing } from '../../schema.ts';
import type { LintFinding } from './lint-finding.ts';

/** A line for somebody in danger that nobody has called: not to be published to real people. */
export function uncheckedCrisisLine(
  { needs, channels, verification }: Listing,
  isProduction: boolean,
): LintFinding[] {
  const isLine = needs.includes('safe.crisis-line') && channels.length > 0;
  if (!isLine || verification.checked_on !== null) return [];
  return [
    {
      rule: 'unchecked-line',
      field: 'verification.checked_on',
      severity: isProduction ? 'error' : 'warning',
      reason: 'says that nobody has checked this crisis line',
      remedy: 'Call it, or have who runs it confirm it in writing, and set checked_on and method.',
    },
  ];
}
