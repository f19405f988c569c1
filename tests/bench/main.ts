import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { benchExit } from './exit.ts';
import { benchFrames } from './frames.ts';
import { benchLighthouse } from './lighthouse/run-lighthouse.ts';
import { benchMatch, type MatchFigures } from './match/bench-match.ts';
import { scaleFaults } from './scale/growth.ts';
import { benchScale } from './scale/scale.ts';
import { benchSearch } from './search/bench-search.ts';
import { benchmarksPage } from './search/benchmarks-page.ts';
import { growthSvg } from './search/growth-svg.ts';
import { versionsOfAll } from './search/install-peers.ts';
import type { Percentiles } from './search/percentiles.ts';
import { showSize } from './search/show-search.ts';
import { benchServer, type Rate, type ServerFigures } from './server/bench-server.ts';
import { benchStart } from './start/start.ts';

// Figures, not tests: a shared machine may be slow for reasons of its own, so nothing fails by time (settled 34). What
// fails is growth, and memory, which are the program's own.

const PARTS = {
  exit: showExits,
  start: showStarts,
  frames: showFrames,
  lighthouse: showLighthouse,
  match: showMatch,
  scale: showScale,
  search: showSearch,
  server: showServer,
} as const;
const STARTS = [
  ['firstPaint', 'first paint'],
  ['answer', 'first tap  '],
  ['list', 'first list '],
  ['scripts', 'in scripts '],
] as const;
const ONLY = '--only=';
const MATCHED = [1_000, 10_000];
const EDITS = 500;
const SIZES = [1_000, 10_000, 100_000, 250_000];

const [name, ...words] = process.argv.slice(2);
if (name !== undefined && !Object.hasOwn(PARTS, name))
  throw new Error(`bench: the parts are ${Object.keys(PARTS).join(', ')}`);
const chosen = name === undefined ? Object.keys(PARTS) : [name];
for (const part of chosen) await PARTS[part as keyof typeof PARTS](words);

async function showExits(): Promise<void> {
  needsBuild();
  const { services, exits } = await benchExit();
  console.log(`Leaving, a region of ${services} services, processor slowed 6 times (EX-4), milliseconds:`);
  for (const { situation, cards, blank, painted, secondFrame, shown, isWithin } of exits) {
    console.log(
      [
        `${situation} (${cards} cards)`,
        `  second frame  median ${secondFrame.median}, worst ${secondFrame.worst}`,
        `  painted       median ${painted.median}, worst ${painted.worst}`,
        `  blank         median ${blank.median}, worst ${blank.worst}`,
        `  on the screen median ${shown.median}, worst ${shown.worst} (the browser's own record, ${shown.runs.length} runs)`,
        `  at most 100 ms: ${isWithin ? 'yes' : 'no'}`,
      ].join('\n'),
    );
  }
  report('bench.json', { services, exits });
}

async function showStarts(): Promise<void> {
  needsBuild();
  const { services, starts } = await benchStart();
  console.log(`The first second, a list of ${services} services, processor slowed 4 times, milliseconds:`);
  for (const { situation, scriptBytes, ...figures } of starts) {
    console.log(situation);
    for (const [name, words] of STARTS) {
      const { median, worst } = figures[name];
      console.log(`  ${words}  median ${median}, worst ${worst}`);
    }
    console.log(`  script      ${Math.round(scriptBytes / 1000)} kB`);
  }
  report('bench-start.json', { services, starts });
}

async function showFrames(): Promise<void> {
  needsBuild();
  const { services, doings } = await benchFrames();
  console.log(`Between two frames, a list of ${services} services, processor slowed 6 times, milliseconds:`);
  for (const { doing, longest, late, frames, isWithin } of doings) {
    console.log(
      [
        doing,
        `  longest of a run  median ${longest.median}, worst ${longest.worst}`,
        `  later than 100 ms: ${late} of ${frames} frames`,
        `  at most 100 ms: ${isWithin ? 'yes' : 'no'}`,
      ].join('\n'),
    );
  }
  report('bench-frames.json', { services, doings });
}

async function showLighthouse(): Promise<void> {
  needsBuild();
  const { version, scores, times, faults } = await benchLighthouse();
  console.log(`Lighthouse ${version}, mobile, five runs:`);
  for (const [name, { median, runs }] of Object.entries(scores))
    console.log(`  ${name.padEnd(24)} median ${median}, of ${runs.join(' ')}`);
  for (const [name, { median, worst }] of Object.entries(times))
    console.log(`  ${name.padEnd(24)} median ${median} ms, worst ${worst}`);
  for (const fault of faults) console.log(`  not perfect: ${fault}`);
  report('bench-lighthouse.json', { version, scores, times, faults });
}

async function showMatch(words: readonly string[]): Promise<void> {
  const [load = 0] = loadavg();
  console.log(
    `${cpus().length} processors, load ${load.toFixed(1)} at the start; median and 95th percentile, ms`,
  );
  console.log(
    'listings  judged at once   read          find          judge         both          of the processor',
  );
  const runs: MatchFigures[] = [];
  for (const size of words.length > 0 ? words.map(Number) : MATCHED) {
    const run = await benchMatch(size);
    runs.push(run);
    const cell = ({ median, p95 }: Percentiles) => `${median.toFixed(1)} ${p95.toFixed(1)}`.padEnd(14);
    const { find, read, judge, again, processor } = run.times;
    const judged = `${run.judged.median} ${run.judged.p95}`.padEnd(16);
    console.log(
      `${String(size).padEnd(10)}${judged} ${[read, find, judge, again, processor].map(cell).join('')}`,
    );
  }
  const [after = 0] = loadavg();
  report('bench-match.json', { load, after, runs });
}

async function showScale(sizes: readonly string[]): Promise<void> {
  const [load = 0] = loadavg();
  console.log(`${cpus().length} processors, load ${load.toFixed(1)} at the start`);
  console.log('command   listings    seconds  processor     memory  against n log n');
  const runs = await benchScale(sizes.length > 0 ? sizes.map(Number) : SIZES);
  const faults = scaleFaults(runs);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  report('bench-scale.json', { load, runs, faults });
}

async function showSearch(words: readonly string[]): Promise<void> {
  const options = words.filter((word) => word.startsWith('--'));
  const sizes = words.filter((word) => !options.includes(word)).map(Number);
  if (sizes.some((size) => !(size > 0))) throw new Error('bench: sizes are numbers of listings');
  const [load = 0] = loadavg();
  console.log(`${cpus().length} processors, load ${load.toFixed(1)} at the start`);
  const only = options.find((option) => option.startsWith(ONLY))?.slice(ONLY.length);
  const choice = {
    sizes: sizes.length > 0 ? sizes : SIZES,
    isNodeOnly: options.includes('--node'),
    only: only?.split(',') ?? null,
  };
  for await (const { figures, size, where } of benchSearch(choice)) {
    showSize(size, where);
    const [after = 0] = loadavg();
    report('bench-search.json', { load, after, ...figures });
    const svg = growthSvg(figures.sizes);
    writeFileSync('test-results/bench-search.svg', svg);
    if (!options.includes('--write')) continue;
    const around = {
      day: new Date().toISOString().slice(0, 10),
      processors: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.versions.node,
      browser: figures.browser,
      loads: [load, after] as const,
      versions: versionsOfAll(),
    };
    writeFileSync('docs/BENCHMARKS.md', benchmarksPage(figures.sizes, around));
    writeFileSync('docs/benchmarks-growth.svg', svg);
  }
}

async function showServer(words: readonly string[]): Promise<void> {
  const [load = 0] = loadavg();
  console.log(
    `${cpus().length} processors, load ${load.toFixed(1)} at the start; a second, then median and p95 in ms`,
  );
  console.log(
    'database    edits              rejections         approvals          files              MiB at rest, afterwards',
  );
  const runs: ServerFigures[] = [];
  for await (const run of benchServer(Number(words[0] ?? EDITS))) {
    runs.push(run);
    const cell = (rate: Rate | null) =>
      (rate ? `${rate.perSecond.toFixed(0)}, ${rate.median.toFixed(1)} ${rate.p95.toFixed(1)}` : '-').padEnd(
        18,
      );
    const { edits, rejections, approvals, files, memory } = run;
    const figures = [edits, rejections, approvals, files].map(cell).join(' ');
    console.log(`${run.database.padEnd(11)} ${figures} ${memory.atRest}, ${memory.afterwards}`);
  }
  const [after = 0] = loadavg();
  report('bench-server.json', { load, after, runs });
}

function needsBuild(): void {
  if (!existsSync('dist/guide')) throw new Error('bench: there is no dist/guide; run npm run build first');
}

function report(file: string, figures: object): void {
  mkdirSync('test-results', { recursive: true });
  const machine = { processors: cpus().length, model: cpus()[0]?.model ?? 'unknown' };
  writeFileSync(
    `test-results/${file}`,
    `${JSON.stringify({ on: new Date().toISOString(), machine, ...figures }, null, 1)}\n`,
  );
}
