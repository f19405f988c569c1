import { type Encoding, textOf } from './decode.ts';
import type { Draft } from './draft.ts';
import type { ReadingNotes, RecognisedSource } from './format.ts';
import { featureDrafts, isAdvisorFeature } from './geojson.ts';
import { draftOfService, isService, isTree, type Tree, textIn } from './hsds-service.ts';
import { type JsonRow, jsonRows, lineRows, parsed } from './json-rows.ts';
import { draftOfProfile, speaksProfile } from './profile-service.ts';
import type { SourceFile } from './source-files.ts';
import { Tally } from './tally.ts';

/** A JSON file as rows, whatever its shape. */
export interface OpenedJson {
  /** In words, for the report. */
  readonly shape: string;
  readonly first: unknown;
  rows(tally: Tally): AsyncIterable<JsonRow>;
  /** What a page says that it holds. */
  readonly total?: number | undefined;
}

interface Opened {
  readonly file: SourceFile;
  readonly encoding: Encoding;
  readonly head: string;
}

/** Opens by what the file begins with: a list, a line each, a page or collection, or one object. */
export async function openJson(opened: Opened): Promise<OpenedJson | undefined> {
  const shape = shapeOf(opened);
  try {
    for await (const { value } of shape.rows(new Tally())) return { ...shape, first: value };
  } catch {
    // Nothing of the parser's message: it quotes the text.
  }
  return undefined;
}

function shapeOf({ file, encoding, head }: Opened): Omit<OpenedJson, 'first'> {
  const text = () => textOf(file, encoding);
  if (head.startsWith('[')) return { shape: 'a list', rows: () => jsonRows(text()) };
  const line = head.split('\n', 1)[0] ?? '';
  const hasMore = head.slice(line.length).trim() !== '';
  if (hasMore && isTree(parsed(line)))
    return { shape: 'an object a line', rows: (tally) => lineRows(text(), tally) };
  // A listing has `features` too, which are words.
  const list = /"(?:(contents|content)"\s*:\s*\[|(features)"\s*:\s*\[\s*\{)/
    .exec(head)
    ?.slice(1)
    .find(Boolean);
  if (!list) return { shape: 'one object', rows: () => oneRow(text()) };
  const total = /"(?:total_items|totalElements)"\s*:\s*(\d+)/.exec(head)?.[1];
  return {
    shape: list === 'features' ? 'a collection of features' : `a page (${list})`,
    rows: () => jsonRows(text(), list),
    total: total === undefined ? undefined : Number(total),
  };
}

async function* oneRow(text: AsyncIterable<string>): AsyncGenerator<JsonRow> {
  let whole = '';
  for await (const chunk of text) whole += chunk;
  const value = parsed(whole);
  if (value !== undefined) yield { row: 1, value };
}

/** HSDS services or known features; undefined for anything else. */
export function recogniseJson(json: OpenedJson, encoding: Encoding): RecognisedSource | undefined {
  if (isAdvisorFeature(json.first))
    return {
      format: `GeoJSON, ${json.shape}`,
      encoding,
      drafts: (notes) => featureDrafts(json.rows(notes.tally), notes),
    };
  const service = isTree(json.first) && isTree(json.first.service) ? json.first.service : json.first;
  if (!isService(service)) return undefined;
  return { format: `HSDS JSON, ${json.shape}`, encoding, drafts: (notes) => serviceDrafts(json, notes) };
}

async function* serviceDrafts(json: OpenedJson, { tally }: ReadingNotes): AsyncGenerator<Draft> {
  let count = 0;
  for await (const { row, value } of json.rows(tally)) {
    count += 1;
    const service = serviceOf(value);
    if (!isService(service)) tally.add('refused', 'not a service', row);
    else yield draftOf(service, row);
  }
  if (json.total !== undefined && json.total !== count)
    tally.add('left', 'a page that says it holds another number of services than it does', count);
}

/** One service, in our profile or in core HSDS. */
export function draftOf(service: Tree, row: number): Draft {
  return speaksProfile(service)
    ? draftOfProfile(service, row)
    : draftOfService(service, row, { keepsPoints: hasPoints(service) });
}

/** A service_at_location holds its service; its own place is one of the service's. */
function serviceOf(value: unknown): unknown {
  if (!isTree(value) || !isTree(value.service)) return value;
  return { ...value.service, service_at_locations: [value] };
}

/** Where no place of a row has a coordinate the feed may have none at all; where one has, a lack of it is a sign. */
function hasPoints(service: Readonly<Record<string, unknown>>): boolean {
  return /"latitude":\s*"?-?\d/.test(JSON.stringify(service)) || textIn(service, 'latitude') !== undefined;
}
