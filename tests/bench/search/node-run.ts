import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, deflateRaw } from 'node:zlib';
import { ENGINES } from './engines.ts';
import { type Measured, measure, type Work } from './measure.ts';
import { buildInNode, openInNode } from './node-station.ts';
import type { Questions } from './questions.ts';
import type { Station } from './station.ts';

/** A directory of made-up listings, written once and read by every engine's process. */
export interface Directory {
  /** A listing a line. */
  readonly file: string;
  readonly folder: string;
  readonly questions: Questions;
}

/** An engine's file of a directory. */
export interface Built {
  readonly engine: string;
  readonly file: string;
  readonly problem?: string;
  readonly buildMs?: number;
  readonly bytes?: number;
  readonly deflated?: number;
  readonly brotli?: number;
}

// The largest files take brotli half an hour at its best quality; at this one they are a few hundredths larger.
const BROTLI_QUALITY = 9;

export async function buildAll(
  directory: Directory,
  count: number,
  only: readonly string[] | null,
): Promise<Built[]> {
  const built: Built[] = [];
  for (const [engine, { most }] of Object.entries(ENGINES)) {
    if (only && engine !== 'scan' && !only.includes(engine)) continue;
    process.stderr.write(`\rbuilding ${count}: ${engine}          `);
    const file = join(directory.folder, `${engine}-${count}.bin`);
    if (count > most) built.push({ engine, file, problem: 'not asked: a question would take minutes' });
    else built.push(await buildOne({ engine, file, count, directory }));
  }
  process.stderr.write('\n');
  return built;
}

interface Wanted {
  readonly engine: string;
  readonly file: string;
  readonly count: number;
  readonly directory: Directory;
}

async function buildOne({ engine, file, count, directory }: Wanted): Promise<Built> {
  try {
    const buildMs = await buildInNode({ engine, listings: directory.file, count, file });
    const bytes = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
    const deflated = await promisify(deflateRaw)(bytes, { level: 9 });
    const brotli = await promisify(brotliCompress)(bytes, { params });
    return {
      engine,
      file,
      buildMs,
      bytes: bytes.length,
      deflated: deflated.length,
      brotli: brotli.length,
    };
  } catch (error) {
    return { engine, file, problem: error instanceof Error ? error.message : String(error) };
  }
}

export function measureInNode(
  { questions }: Directory,
  built: readonly Built[],
  work: Work,
): Promise<Measured[]> {
  const makers = new Map<string, () => Promise<Station>>();
  for (const { engine, file, problem } of built)
    if (problem === undefined && !ENGINES[engine]?.isOnlyInBrowsers)
      makers.set(engine, () => openInNode({ engine, file, questions }));
  return measure(makers, work);
}
