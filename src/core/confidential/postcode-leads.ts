import type { Lead } from './lead.ts';

// Sources of the shapes: Royal Mail's Programmers' Guide to PAF (areas, districts and the letters of a unit), USPS
// Publication 28 (state abbreviations, ZIP and ZIP+4), Canada Post's addressing guidelines.

const AREAS_OF_TWO =
  'AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE';
const AREAS_OF_ONE = '[BEGLMNSW]';
const UNIT = '[0-9][ABD-HJLNP-UW-Z]{2}';
const US_STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY';
const US_NAMES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming';

const lead = (kind: Lead['kind'], isSure: boolean, pattern: string, countries?: string[]): Lead => ({
  kind,
  isSure,
  pattern: new RegExp(pattern, 'giu'),
  ...(countries && { countries }),
});

export const POSTCODE_LEADS: readonly Lead[] = [
  // Not "B1 2nd floor". Any two letters as its area: made-up and new ones are written the same way.
  lead(
    'postcode',
    true,
    String.raw`(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?\s?(?!\d(?:st|nd|rd|th)(?![\p{L}\d]))${UNIT}(?![\p{L}\d])`,
  ),
  lead('postcode', true, String.raw`(?<![\p{L}\d])[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d(?![\p{L}\d])`, [
    'CA',
  ]),
  lead('postcode', true, String.raw`(?<![\p{L}\d])(?:${US_STATES})\.?,?\s+\d{5}(?:-\d{4})?(?![\d-])`),
  lead('postcode', true, String.raw`(?<!\p{L})(?:${US_NAMES}),?\s+\d{5}(?:-\d{4})?(?![\d-])`),
  lead('postcode', true, String.raw`(?<![\d-])\d{5}-\d{4}(?![\d-])`, ['US']),
  lead('postcode', true, String.raw`(?<!\p{L})zip(?:\s?code)?\s*:?\s*\d{5}(?!\d)`),
  // The first half, finer than a large town: rule 2 of places.
  {
    kind: 'outcode',
    isSure: true,
    // Not CO2.
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d+/-])(?!CO2(?!\d))(?:${AREAS_OF_TWO})\d{1,2}[A-Z]?(?![\p{L}\d-])`,
      'gu',
    ),
    countries: ['GB'],
  },
  {
    kind: 'outcode',
    isSure: false,
    pattern: new RegExp(String.raw`(?<![\p{L}\d+/-])${AREAS_OF_ONE}\d{1,2}(?![\p{L}\d-])`, 'gu'),
    countries: ['GB'],
  },
  // In Kenya a box is where letters go, not where anybody lives; its town is still a hint.
  lead(
    'post-box',
    false,
    String.raw`(?<!\p{L})(?:p\.?\s?o\.?\s*box|apartado(?:\s+postal)?|boîte postale|b\.p\.|caixa postal|postfach|s\.l\.p\.?|ص\.\s?ب)\s*:?\s*\d`,
  ),
];
