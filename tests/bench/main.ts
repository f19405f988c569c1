import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { benchExit } from './exit.ts';

// Figures, not tests: a shared machine may be slow for reasons of its own, so nothing here fails by time (settled 34).

const REPORT = 'test-results/bench.json';

if (!existsSync('dist/guide')) throw new Error('bench: there is no dist/guide; run npm run build first');
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
mkdirSync('test-results', { recursive: true });
const machine = { processors: cpus().length, model: cpus()[0]?.model ?? 'unknown' };
writeFileSync(
  REPORT,
  `${JSON.stringify({ on: new Date().toISOString(), machine, services, exits }, null, 1)}\n`,
);
