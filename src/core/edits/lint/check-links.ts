import { hasHiddenPlace } from '../../confidential/hidden-places.ts';
import { textsOf } from '../../confidential/texts.ts';
import { tracesIn } from '../../confidential/traces.ts';
import type { Listing } from '../../schema.ts';
import type { LintFinding } from './lint-finding.ts';

// Where a short link leads is known to whoever made it, who can change it and sees everyone who follows it.
const SHORT_LINK =
  /(?<![\p{L}\d.-])(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|rb\.gy|shorturl\.at|tiny\.cc|lnkd\.in|fb\.me|youtu\.be|t\.ly|v\.gd|linktr\.ee|dlvr\.it|amzn\.to|wa\.link)(?:[/?#]|$)/iu;
const TRACKING =
  /[?&#;](?:utm_[a-z]+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|ref_src|oly_enc_id)=/i;
/** Only staff follow them. */
const OF_STAFF = /^sources\.|^verification\.|\.evidence\.\d+\.url$/;

/** Links that tell somebody who follows them, and links to a map: her browser would keep where she is going. */
export function linkFindings(listing: Listing): LintFinding[] {
  const isHidden = hasHiddenPlace(listing);
  return textsOf(listing)
    .filter(({ text }) => /[/.]/.test(text))
    .flatMap(({ field, text }): LintFinding[] => {
      const severity = OF_STAFF.test(field) ? 'warning' : 'error';
      const findings: LintFinding[] = [];
      if (SHORT_LINK.test(text))
        findings.push({
          rule: 'short-link',
          field,
          severity,
          reason: 'holds a shortened link, and nobody can see where it leads',
          remedy: 'Open it, and give the address that it leads to.',
        });
      if (TRACKING.test(text))
        findings.push({
          rule: 'tracking-link',
          field,
          severity,
          reason: 'holds a link with parts that tell who followed it',
          remedy: 'Take out what begins with utm_, fbclid, gclid and the like, and open it once.',
        });
      // Of a hidden place it is an error already, as all that leads to a door.
      if (!isHidden && severity === 'error' && leadsToMap(text, listing.country))
        findings.push({
          rule: 'map-in-text',
          field,
          severity: 'warning',
          reason: 'leads to a map, which keeps where people look',
          remedy: 'Give the address in words, and leave the link out.',
        });
      return findings;
    });
}

function leadsToMap(text: string, country: string): boolean {
  return (
    text.includes('/') && tracesIn(text, country).some(({ kind, isSure }) => kind === 'map-link' && isSure)
  );
}
