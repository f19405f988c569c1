import { dirname } from 'node:path';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Town } from '../../search/towns.ts';
import { type Basemap, regionBasemap, worldBasemap } from '../basemap/basemap.ts';
import { readOsm } from '../basemap/read-osm.ts';
import { type Deployment, readDeployment } from '../deployment.ts';
import { homePath, makeFolder } from '../home.ts';
import { sha256 } from '../node-platform.ts';
import { Progress } from '../progress.ts';
import { type InputProblem, readFrame } from '../regions.ts';
import { writeWhole } from '../whole-file.ts';
import { type Command, type Given, UsageError } from './command.ts';
import { reportProblems } from './problems.ts';

const WORLD = 'world';
/** The made-up city lies in the open sea: of the world's map it would have nothing. */
const SAMPLE: Wanted = { region: 'sample', osm: 'data/maps/sample.osm', attribution: 'Made up (CC0)' };

export const basemapCommand: Command = {
  name: 'basemap',
  summary:
    'make the map of the world (Natural Earth), or of a region down to its streets from an extract of OpenStreetMap',
  usage: '[--region ID --osm FILE [--attribution TEXT]] [--out FILE]',
  options: {
    region: { type: 'string' },
    osm: { type: 'string' },
    attribution: { type: 'string' },
    out: { type: 'string' },
  },
  run: async (given) => {
    const wanted = readOptions(given);
    const deployment = readDeployment();
    if (!deployment.ok) return reportProblems(deployment.problem, given.isJson);
    const { regions } = deployment.value;
    if (wanted.region !== WORLD && !regions.includes(wanted.region))
      throw new UsageError(`--region must be one of ${regions.join(', ')}`);
    const isAll = wanted.region === WORLD && !wanted.out && regions.includes(SAMPLE.region);
    const made: Made[] = [];
    for (const one of isAll ? [wanted, SAMPLE] : [wanted]) {
      const map = await makeMap(one, deployment.value);
      if (!map.ok) return reportProblems([map.problem], given.isJson);
      made.push(write(map.value, one));
    }
    if (given.isJson) console.log(JSON.stringify(made, null, 1));
    else for (const one of made) console.log(said(one));
    return 0;
  },
};

interface Wanted {
  readonly region: string;
  readonly osm?: string | undefined;
  /** Whose data the extract is, where it is not OpenStreetMap's. */
  readonly attribution?: string | undefined;
  /** WAYPOST_HOME/maps/<region>.pmtiles where nothing is said: `build` takes it from there. */
  readonly out?: string | undefined;
}

function readOptions({ words, options }: Given): Wanted {
  if (words.length > 0) throw new UsageError(`basemap takes no word like "${words[0]}"`);
  const { region, osm, attribution, out } = Object.fromEntries(
    Object.entries(options).filter(([, value]) => typeof value === 'string' && value !== ''),
  ) as Partial<Record<string, string>>;
  if (Boolean(region) !== Boolean(osm))
    throw new UsageError('--region and --osm go together: a region is made from its extract');
  if (attribution && !osm)
    throw new UsageError('--attribution is for an extract: give --region and --osm too');
  return { region: region ?? WORLD, osm, attribution, out };
}

async function makeMap(
  { region, osm, attribution }: Wanted,
  { languages, regions }: Deployment,
): Promise<Result<Basemap, InputProblem>> {
  const progress = new Progress();
  const options = { languages, attribution, onTile: () => progress.step(region, 'tiles') };
  const extract = osm ? await readOsm(osm) : null;
  const made = !extract
    ? succeed(worldBasemap(townsOf(regions), options))
    : extract.ok
      ? regionBasemap(extract.value, options)
      : extract;
  progress.end();
  return made.ok ? made : fail({ file: osm ?? '', field: '(extract)', reason: made.problem });
}

/** Of the real regions: the made-up city's are nowhere. */
function townsOf(regions: readonly string[]): Town[] {
  const frames = regions.map((id) => readFrame(id));
  return frames.flatMap(({ file, towns }) => (file.kind === 'sample' ? [] : towns));
}

interface Made extends Omit<Basemap, 'bytes'> {
  readonly file: string;
  readonly region: string;
  readonly bytes: number;
  readonly sha256: string;
}

function write({ bytes, tiles, zooms, box }: Basemap, { region, out }: Wanted): Made {
  const file = out ?? homePath('maps', `${region}.pmtiles`);
  makeFolder(dirname(file));
  writeWhole(file, bytes);
  return { file, region, tiles, zooms, box, bytes: bytes.length, sha256: sha256(bytes) };
}

function said({ file, tiles, zooms, bytes }: Made): string {
  return `${file}: ${tiles} tiles, zooms ${zooms.join(' to ')}, ${bytes} bytes`;
}
