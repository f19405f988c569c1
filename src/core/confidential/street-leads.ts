import type { Lead } from './lead.ts';

// A number with a street, as the languages of the directory write it. A house can be found by it, so a match is an
// error; the words that also mean something else ("12 safe places", "24 hours a way out") are matched more narrowly.

// At most four digits and a letter: longer ones are phone numbers and years of a law.
const NUMBER = String.raw`(?<![\p{L}\d.:/+£$€-])\d{1,4}(?:\s?[-–/]\s?\d{1,4})?\s?[a-h]?(?![\d:])`;
// After a street's name. What follows must not make it an hour, a day, a sum or the beginning of a phone number.
const UNIT =
  '(?:h|hs|hrs?|hours?|horas?|heures?|stunden|uhr|saa|am|pm|days?|d[ií]as?|jours?|tage|masaa|siku|years?|a[nñ]os?|ans|anos|jahre|people|ساعة|ساعات|يوم|أيام|%|€|£)';
const NUMBER_AFTER = String.raw`(?:(?:n[.ºo°]{0,2}|no\.?|nr\.?|number|n[úu]mero|namba|nyumba|رقم)\s*)?\d{1,4}[a-h]?(?![\p{L}\d])(?!\s*${UNIT}(?!\p{L}))(?!\s*[-–/.:]?\s*\d)`;
const WORD = String.raw`[\p{L}\p{M}.'’&-]+`;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;

const ENGLISH = 'road|rd|street|avenue|ave|lane|crescent|terrace|boulevard|blvd|mews|parade|turnpike';
const ENGLISH_NAMES =
  'Road|Rd|ROAD|Street|St|STREET|Avenue|Ave|AVENUE|Lane|Ln|LANE|Close|CLOSE|Way|WAY|Place|Pl|PLACE|Court|Ct|COURT|Drive|Dr|DRIVE|Square|Sq|SQUARE|Gardens|GARDENS|Row|ROW|Hill|HILL|Grove|GROVE|Park|PARK|Walk|Green|Rise|View|Gate|Yard|Wharf|Quay|House|HOUSE|Parkway|Highway|Hwy|Circle|Crescent|CRESCENT|Terrace|TERRACE|Boulevard|Blvd|Mews|Parade|Estate';
// One word before a type that is written small: "12 acacia close", not "9 to close" or "1 safe place".
const SMALL = 'close|way|place|court|drive|square|gardens|grove|row';
const NOT_A_NAME =
  'to|or|of|and|the|a|an|in|at|on|by|no|one|more|other|each|such|this|that|safe|first|your|our|their|people|days?|hours?|hrs?|weeks?|months?|years?|am|pm|public|quiet|private|different|new|good|right|better|long|half';

const street = (pattern: string, flags = 'giu'): Lead => ({
  kind: 'street',
  isSure: true,
  pattern: new RegExp(pattern, flags),
});

export const STREET_LEADS: readonly Lead[] = [
  // English: "221b Upper Baker Street", "Flat 3, 14 Example Road".
  street(String.raw`${NUMBER},?\s+(?:${WORD}\s+){1,4}?(?:${ENGLISH})(?!\p{L})`),
  street(String.raw`${NUMBER},?\s+(?:${NAME}\s+){1,4}?(?:${ENGLISH_NAMES})(?!\p{L})`, 'gu'),
  street(String.raw`${NUMBER},?\s+(?!(?:${NOT_A_NAME})\s)${WORD}\s+(?:${SMALL})(?=\s*(?:[.,;)\n]|$))`),
  street(String.raw`(?<!\p{L})(?:road|street|avenue|lane|crescent)\s*,?\s*${NUMBER_AFTER}`),
  // East Africa: "Plot No. 15, Ngong Road", "L.R. No. 209/45".
  street(String.raw`(?<!\p{L})(?:plot|stand|erf|l\.?\s?r\.?)\s*(?:no\.?|number|#)\s*\d{1,5}`),
  street(String.raw`(?<!\p{L})plot\s+\d{1,5}(?!\d)`),
  // Spanish and Portuguese: "Calle Mayor 12", "Avenida Paulista, 1000", "Rua Augusta nº 15".
  street(
    String.raw`(?<!\p{L})(?:calle|avenida|avda?\.|paseo|carrera|calz(?:ada|\.)|rua|travessa|alameda|praça|pça\.|largo|estrada|rodovia)\s+(?:${WORD}\s+){0,4}?${WORD}\s*,?\s*${NUMBER_AFTER}`,
  ),
  street(String.raw`(?<!\p{L})(?:C\/|Av\.|R\.)\s?(?:${NAME}\s+){0,3}${NAME}\s*,?\s*${NUMBER_AFTER}`, 'gu'),
  // French: "12 bis, rue de l'Exemple". "Place" and "route" are streets before a name only.
  street(
    String.raw`${NUMBER}(?:\s?(?:bis|ter|quater))?\s*,?\s+(?:rue|avenue|boulevard|bd|impasse|allée|chemin|quai)\s+(?:de|du|des|d['’]|la|le|les|l['’]|saint|${WORD})`,
  ),
  street(
    String.raw`${NUMBER}(?:\s?(?:bis|ter))?\s*,?\s+(?:place|cours|square|route|sentier|passage|villa)\s+(?:(?:de|du|des|la|le|les)\s+|[dl]['’])*${NAME}`,
    'gu',
  ),
  // German, and Dutch: "Musterstraße 5", "Berliner Straße 12", "Am Lindenweg 4".
  street(String.raw`\p{L}{0,30}(?:straße|strasse|str\.)\s*${NUMBER_AFTER}`),
  street(String.raw`\p{L}{2,30}(?:gasse|allee|ufer|damm|chaussee|straat|gracht|plein)\s+${NUMBER_AFTER}`),
  street(String.raw`\p{Lu}\p{Ll}+(?:weg|platz|markt)\s+${NUMBER_AFTER}`, 'gu'),
  // Swahili: "Barabara ya Mfano, nyumba namba 12", "Mtaa wa Mfano 12".
  street(
    String.raw`(?<!\p{L})(?:barabara|mtaa|kitalu)\s+(?:(?:ya|wa|cha)\s+)?(?:${WORD}\s+){0,3}?${WORD}\s*,?\s*(?:(?:nyumba|jengo)\s+)?${NUMBER_AFTER}`,
  ),
  street(String.raw`(?<!\p{L})(?:kitalu|kiwanja|nyumba)\s+(?:namba|nambari|na\.)\s*\d{1,5}`),
  // Arabic. Not "tariq", a road: "an tariq" is the word for "through".
  street(String.raw`(?<!\p{L})(?:ال)?(?:شارع|زنقة)\s+(?:${WORD}\s+){0,4}?${WORD}\s*[،,]?\s*${NUMBER_AFTER}`),
  street(String.raw`${NUMBER}\s*[،,]?\s*(?:شارع|زنقة)\s+\p{L}`),
  // A street's name by itself is often a team's name ("Street outreach"), so a person looks at it.
  {
    kind: 'street-name',
    isSure: false,
    pattern:
      /(?<!\p{L})(?:\p{Lu}[\p{L}'’-]+\s+){1,3}(?:Road|Street|Avenue|Lane|Crescent|Terrace|Boulevard)(?!\p{L})/gu,
  },
  {
    kind: 'street-name',
    isSure: false,
    pattern:
      /(?<!\p{L})(?:(?:calle|avenida|rua|barabara ya|mtaa wa)\s+\p{Lu}|شارع\s+\p{L}|\p{Lu}\p{Ll}+(?:straße|strasse)(?!\p{L}))/gu,
  },
];
