import { textsOf } from '../../confidential/texts.ts';
import type { Listing } from '../../schema.ts';
import type { LintFinding } from './lint-finding.ts';

// Named staff are looked for by those whom people flee, and they move on. In the languages of the directory.
const NAMED_PERSON: readonly RegExp[] = [
  /(?<!\p{L})(?:Ms|Mrs|Mr|Miss|Dr|Sr|Sra|Srta|Mme|Mlle|Bi|Bw|Bwana)\.?\s\p{Lu}\p{Ll}+/u,
  /(?<!\p{L})(?:[Aa]sk for|[Ss]peak (?:to|with)|[Tt]alk to|[Pp]regunt[ae] por|[Pp]ide hablar con|[Mm]uulize|[Oo]ngea na)\s(?!Reception|Intake|Duty|Support)\p{Lu}\p{Ll}+/u,
  /(?<!\p{L})(?:السيد|السيدة|الأستاذ|الأستاذة|الدكتور|الدكتورة)\s\p{L}/u,
];

// What happened to somebody is theirs to tell, and a detail is enough for who knows them to know who it was.
const CLIENT_STORY: readonly RegExp[] = [
  /(?<!\p{L})(?:her|his|my) (?:own )?story(?!\p{L})|(?<!\p{L})(?:case stud(?:y|ies)|testimonials?|success stor(?:y|ies))(?!\p{L})/iu,
  /(?<!\p{L})(?:one|a|our) (?:young )?(?:woman|girl|man|boy|client|survivor|mother|teenager)(?!\p{L})[^.!?]{0,60}(?<!\p{L})(?:told us|came to us|said|recalls|remembers)(?!\p{L})/iu,
  /\p{Lu}\p{Ll}+,? (?:aged |\()?\d{1,2}\)?,? (?:from|who|was|fled|escaped|came)(?!\p{L})/u,
  /["“«]\s?(?:I was|I am|I felt|I escaped|I ran|They (?:beat|sold|locked) me|Me (?:vendieron|golpearon)|Yo (?:fui|era|estaba))(?!\p{L})/iu,
  /(?<!\p{L})una? (?:mujer|chica|niña|joven|clienta|superviviente|sobreviviente|víctima)(?!\p{L})[^.!?]{0,60}(?<!\p{L})(?:nos contó|contó|nos dijo|recuerda)(?!\p{L})|(?<!\p{L})(?:su propia historia|testimonios? de)(?!\p{L})/iu,
  /(?<!\p{L})(?:mwanamke|msichana|mteja|manusura) mmoja(?!\p{L})|(?<!\p{L})(?:hadithi yake|simulizi yake|ushuhuda wa)(?!\p{L})/iu,
  /(?:امرأة|فتاة|ناجية|عميلة)[^.!؟]{0,60}(?:قالت لنا|روت لنا|أخبرتنا|حكت)|(?<!\p{L})(?:قصتها|قصته|شهادة ناجية)(?!\p{L})/u,
];

const STAFF_ONLY = /^sources\.|^verification\.|\.evidence\.\d+\./;

/** Words that name somebody who works there, or tell what happened to somebody who came. */
export function peopleFindings(listing: Listing): LintFinding[] {
  return textsOf(listing)
    .filter(({ field, text }) => !STAFF_ONLY.test(field) && /[\p{L}] /u.test(text))
    .flatMap(({ field, text }): LintFinding[] => [
      ...(NAMED_PERSON.some((pattern) => pattern.test(text)) ? [named(field)] : []),
      ...(CLIENT_STORY.some((pattern) => pattern.test(text)) ? [story(field)] : []),
    ]);
}

function named(field: string): LintFinding {
  return {
    rule: 'named-person',
    field,
    severity: 'warning',
    reason: 'seems to name a person',
    remedy: 'Name the team or the role instead.',
  };
}

function story(field: string): LintFinding {
  return {
    rule: 'client-story',
    field,
    severity: 'warning',
    reason: 'seems to tell what happened to somebody',
    remedy: 'Say what the service does, and nothing of who came to it.',
  };
}
