import type { Channel, Listing } from '../../schema.ts';
import type { LintFinding } from './lint-finding.ts';
import { isRoleEmail } from './role-mailbox.ts';

/**
 * What a numbering plan says of a number; `impossible`: with so many digits nobody can dial it. Whoever calls has the plans:
 * they are too large for a phone that only reads.
 */
export type NumberJudge = (number: string) => 'fine' | 'mobile' | 'odd' | 'impossible';

// Free mailboxes, which one person opens with one phone. A small group may have no other, so a person answers for it.
const FREE_MAILBOXES =
  /@(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|aol|gmx|mail|proton|protonmail|yandex|zoho|web)\.(?:com|net|de|me|ru|es|fr|ch|co\.uk|co\.ke|com\.mx|com\.br)$/i;
const NAMED_MAILBOX = /^[a-z]{2,}[._-][a-z]{2,}@/i;

/** Numbers that no plan has, and contacts that may be one person's own (SV-17: staff's own are refused). */
export function contactFindings({ channels, sample }: Listing, judge?: NumberJudge): LintFinding[] {
  return channels.flatMap((channel, index): LintFinding[] => {
    const field = `channels.${index}.value`;
    if (channel.type === 'email') return mailboxFindings(channel.value, field);
    // The numbers that are kept for fiction belong to nobody.
    return judge && !sample ? numberFindings(channel, field, judge) : [];
  });
}

function mailboxFindings(address: string, field: string): LintFinding[] {
  if (FREE_MAILBOXES.test(address))
    return [
      {
        rule: 'personal-mailbox',
        field,
        severity: 'warning',
        reason: 'is a mailbox of the kind that one person has',
        remedy: 'Give the address of the organisation. If it has no other, say so.',
      },
    ];
  if (isRoleEmail(address) || !NAMED_MAILBOX.test(address)) return [];
  return [
    {
      rule: 'named-mailbox',
      field,
      severity: 'warning',
      reason: 'looks like the mailbox of one person',
      remedy: 'Give an address that a team reads, as in info@ or help@.',
    },
  ];
}

function numberFindings({ type, value }: Channel, field: string, judge: NumberJudge): LintFinding[] {
  const isCalled = type === 'phone' || type === 'whatsapp' || type === 'sms' || type === 'relay';
  if (!isCalled || typeof value !== 'string') return [];
  const kind = judge(value);
  if (kind === 'impossible')
    return [
      {
        rule: 'impossible-number',
        field,
        severity: 'error',
        reason: 'is not a number that can be dialled',
        remedy: 'Check it at its source, and write all of it, as in +44 20 7946 0000.',
      },
    ];
  if (kind === 'odd')
    return [
      {
        rule: 'odd-number',
        field,
        severity: 'warning',
        reason: 'is no number that its country seems to use',
        remedy: 'Look at it again, and call it.',
      },
    ];
  if (kind !== 'mobile') return [];
  return [
    {
      rule: 'personal-mobile',
      field,
      severity: 'warning',
      reason: 'is a mobile number, which may be one person’s own',
      remedy: 'Ask whether it is the service’s own phone, and say so; else take it out.',
    },
  ];
}
