import { dirname } from 'node:path';
import { type Basemap, regionBasemap, worldBasemap } from '../basemap/basemap.ts';
import { readOsm } from '../basemap/read-osm.ts';
import { readDeployment } from '../deployment.ts';
import { homePath, makeFolder } from '../home.ts';
import { sha256 } from '../node-platform.ts';
import { Progress } from '../progress.ts';
import type { InputProblem } from '../regions.ts';
import { writeWhole } from '../whole-file.ts';
import { type Command, type ExitCode, type Given, UsageError } from './command.ts';
import { reportProblems } from './problems.ts';

const WORLD = 'world';

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
    const { region, osm, attribution, out } = readOptions(given);
    const deployment = readDeployment();
    if (!deployment.ok) return reportProblems(deployment.problem, given.isJson);
    const { languages, regions } = deployment.value;
    if (region !== WORLD && !regions.includes(region))
      throw new UsageError(`--region must be one of ${regions.join(', ')}`);
    const progress = new Progress();
    const options = { languages, attribution, onTile: () => progress.step(region, 'tiles') };
    const made = osm ? await fromExtract(osm, options) : { map: worldBasemap(options) };
    progress.end();
    if ('problem' in made) return reportProblems([made.problem], given.isJson);
    return write(made.map, { region, out, isJson: given.isJson });
  },
};

interface BasemapWords {
  readonly region: string;
  readonly osm: string | undefined;
  /** Whose data the extract is, where it is not OpenStreetMap's. */
  readonly attribution: string | undefined;
  /** WAYPOST_HOME/maps/<region>.pmtiles where nothing is said: `build` takes it from there. */
  readonly out: string | undefined;
}

function readOptions({ words, options }: Given): BasemapWords {
  if (words.length > 0) throw new UsageError(`basemap takes no word like "${words[0]}"`);
  const { region, osm, attribution, out } = Object.fromEntries(
    Object.entries(options).filter(([, value]) => typeof value === 'string' && value !== ''),
  ) as Partial<Record<string, string>>;
  if (Boolean(region) !== Boolean(osm))
    throw new UsageError('--region and --osm go together: a region is made from its extract');
  return { region: region ?? WORLD, osm, attribution, out };
}

async function fromExtract(
  path: string,
  options: Parameters<typeof regionBasemap>[1],
): Promise<{ map: Basemap } | { problem: InputProblem }> {
  const extract = await readOsm(path);
  const made = extract.ok ? regionBasemap(extract.value, options) : extract;
  return made.ok
    ? { map: made.value }
    : { problem: { file: path, field: '(extract)', reason: made.problem } };
}

function write(
  { bytes, tiles, zooms, box }: Basemap,
  { region, out, isJson }: { region: string; out: string | undefined; isJson: boolean },
): ExitCode {
  const file = out ?? homePath('maps', `${region}.pmtiles`);
  makeFolder(dirname(file));
  writeWhole(file, bytes);
  const said = { file, region, tiles, zooms, box, bytes: bytes.length, sha256: sha256(bytes) };
  if (isJson) console.log(JSON.stringify(said));
  else console.log(`${file}: ${tiles} tiles, zooms ${zooms.join(' to ')}, ${bytes.length} bytes`);
  return 0;
}
