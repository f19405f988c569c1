import type { Draft } from './draft.ts';
import { isFlagged } from './flags.ts';
import type { ReadingNotes } from './format.ts';
import { isTree, type Tree, textIn } from './hsds-service.ts';
import type { JsonRow } from './json-rows.ts';

// Features of the Services Advisor kind: what is offered stands in the names of fields ("2. Nationality": { "Syrians
// only": true }), as do days and times. Its comments hold the names, mails and mobiles of staff, so they are not read.

const KNOWN =
  /^(activityName|activityCategory|activity|locationName|partnerName|comments|startDate|endDate|indicators|Referral required|\d+\. .+)$/;

export function isFeature(value: unknown): value is Tree {
  return isTree(value) && value.type === 'Feature' && isTree(value.properties);
}

/** Whether a feature is one whose fields we know; others need a mapping. */
export function isAdvisorFeature(value: unknown): boolean {
  return isFeature(value) && isTree(value.properties) && 'activityName' in value.properties;
}

export async function* featureDrafts(
  rows: AsyncIterable<JsonRow>,
  { tally, unknownColumns }: ReadingNotes,
): AsyncGenerator<Draft> {
  for await (const { row, value } of rows) {
    if (!isFeature(value) || !isTree(value.properties)) {
      tally.add('refused', 'not a GeoJSON feature', row);
      continue;
    }
    for (const key of Object.keys(value.properties)) if (!KNOWN.test(key)) unknownColumns.add(key);
    if (textIn(value.properties, 'comments'))
      tally.add('dropped', 'comments: they hold people’s contacts', row);
    yield draftOfFeature(value, value.properties, row);
  }
}

function draftOfFeature(feature: Tree, properties: Tree, row: number): Draft {
  const chosen = (name: RegExp) => chosenIn(properties, name);
  const activity = textIn(properties, 'activityName') ?? '';
  const days = chosen(/availability day/i).join(', ');
  const times = chosen(/open at|office open/i).join(', ');
  const says = [...chosen(/nationality/i), ...chosen(/registration/i)].join('; ');
  return {
    row,
    sourceId: textIn(feature, 'id') ?? `${activity} ${textIn(properties, 'locationName') ?? ''}`,
    name: activity,
    description: [activity, chosen(/^indicators$/).join(', ')].filter((one) => one !== '').join(': '),
    organization: { name: textIn(properties, 'partnerName') },
    needWords: [textIn(properties, 'activityCategory') ?? '', activity],
    hours: days || times ? { text: `${days} ${times}`.trim() } : undefined,
    places: [
      {
        lines: [],
        region: textIn(properties, 'locationName'),
        point: pointOf(feature),
        isFlagged: isFlagged(properties),
      },
    ],
    eligibility: chosen(/intake/i).join('; '),
    immigration: { value: 'unknown', conditions: says },
    sourceDated: textIn(properties, 'startDate'),
  };
}

function chosenIn(properties: Tree, name: RegExp): string[] {
  return Object.entries(properties).flatMap(([key, value]) =>
    name.test(key.replace(/^\d+\.\s*/, '')) && isTree(value)
      ? Object.keys(value).map((one) => one.replace(/^\d+\.\s*/, ''))
      : [],
  );
}

/** Longitude stands first. */
function pointOf(feature: Tree): { latitude: string; longitude: string } {
  const coordinates = isTree(feature.geometry) ? feature.geometry.coordinates : undefined;
  const [longitude, latitude] = Array.isArray(coordinates) ? coordinates : [];
  return { latitude: String(latitude ?? ''), longitude: String(longitude ?? '') };
}
