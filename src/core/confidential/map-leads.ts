import type { Lead } from './lead.ts';

// Points, codes and links that a map opens. Formats: RFC 5870 (geo URI), Open Location Code 1.0.4, what3words' "///".

const DEGREES = String.raw`\d{1,3}(?:\.\d+)?\s?°`;
const SIGNED = String.raw`[-−+]?\d{1,3}\.\d+\s?°?\s?[NSEW]?`;
// A decimal alone: four places are a house. Not part of a version, a phone number written with dots, or an article's number.
const ALONE = String.raw`(?<![\d.,\p{L}/_=-])[-−]?(?:\d{1,2}|1[0-7]\d)\.\d{4,}(?![\d.])`;

const lead = (kind: Lead['kind'], isSure: boolean, pattern: string): Lead => ({
  kind,
  isSure,
  pattern: new RegExp(pattern, 'giu'),
});

export const MAP_LEADS: readonly Lead[] = [
  lead('coordinates', true, String.raw`(?<![\d.,])${SIGNED}\s*[,;|،]\s*${SIGNED}(?![\d.])`),
  lead(
    'coordinates',
    true,
    String.raw`(?<![\d.,])[-−+]?\d{1,3}\.\d{3,}\s?°?\s?[NSEW]?[\s/]+[-−+]?\d{1,3}\.\d{3,}(?![\d.])`,
  ),
  lead('coordinates', true, ALONE),
  lead('coordinates', true, String.raw`${DEGREES}\s?\d{1,2}(?:\.\d+)?\s?['′’]`),
  lead('coordinates', true, String.raw`${DEGREES}\s?[NSEW](?!\p{L})`),
  lead(
    'coordinates',
    true,
    String.raw`(?<!\p{L})(?:lat|lng|lon|long|latitude|longitude|latitud|longitud|خط العرض|خط الطول)\s*[:=]?\s*[-−+]?\d{1,3}(?:\.\d+)`,
  ),
  lead('coordinates', true, String.raw`(?<!\p{L})geo:[-+]?\d`),
  // With a letter in it, so that it is no sum: "8FVC2222+22".
  lead(
    'map-code',
    true,
    String.raw`(?<![\p{L}\d+])(?=[\dA-Z]*[A-Z][\dA-Z]*\+|[\dA-Z]+\+[\dA-Z]*[A-Z])(?=[\dA-Z+]*\d)[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,7}(?![\p{L}\d+])`,
  ),
  lead('map-code', true, String.raw`(?<![:/\p{L}])\/\/\/\p{L}+[.。・]\p{L}+[.。・]\p{L}+`),
  lead('map-code', true, String.raw`what3words|(?<!\p{L})w3w(?!\p{L})`),
  lead(
    'map-link',
    true,
    String.raw`(?<![\p{L}\d-])(?:maps\.google\.|google\.[a-z.]{2,7}\/maps|goo\.gl\/maps|maps\.app\.goo\.gl|g\.page|maps\.apple\.com|bing\.com\/maps|openstreetmap\.|osm\.org|osm\.to|waze\.com|plus\.codes|w3w\.co|citymapper\.com|wego\.here\.com|streetmap\.co|mapquest\.|yandex\.[a-z]{2,3}\/maps|2gis\.|mapcarta\.|multimap\.)`,
  ),
  lead('map-link', false, String.raw`https?:\/\/(?:[^\s/]+\/\S*?)?maps?(?:[./?#]|$)`),
];

/** Words that say how to walk there. A team in a "police station" is not found by them, so they need more than that. */
export const WAY_LEADS: readonly Lead[] = [
  lead(
    'way-there',
    false,
    String.raw`(?<!\p{L})(?:(?:nearest|closest)\s+(?:tube|station|stop|bus|train|metro|subway)|(?:tube|underground|train|metro|subway|bus|railway)\s+(?:station|stop)|minutes?['’]?\s+(?:walk|drive)|walk\s+from|next\s+(?:door\s+)?to\s+the|opposite\s+the|across\s+from|behind\s+the|(?:first|second|third|ground|top)\s+floor)(?!\p{L})`,
  ),
];
