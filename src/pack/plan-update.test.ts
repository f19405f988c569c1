import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleEntry, sampleIndex } from '../../tests/fixtures/pack/sample.ts';
import { planUpdate } from './plan-update.ts';

const entry = sampleEntry(new Uint8Array(500));
const index = sampleIndex([entry]);
const stepFor = (version: number, sha256 = entry.sha256) =>
  planUpdate(new Map([[entry.id, { version, sha256 }]]), index).get(entry.id);

describe('planUpdate', () => {
  it('does nothing about a region that is current', () => {
    expect(stepFor(3)).toEqual({ kind: 'nothing', why: 'current' });
  });

  it('downloads a newer version, and a region that is not here yet', () => {
    expect(stepFor(2, '0'.repeat(64))).toEqual({ kind: 'download', entry });
    expect(planUpdate(new Map(), index).get(entry.id)).toEqual({ kind: 'download', entry });
  });

  it('refuses to go back to an older version (SG-3)', () => {
    expect(stepFor(4)).toEqual({ kind: 'refuse', why: 'older', entry });
  });

  it('refuses the same version with other bytes (SG-3)', () => {
    expect(stepFor(3, '0'.repeat(64))).toEqual({ kind: 'refuse', why: 'forked', entry });
  });

  it('keeps a region that the index no longer names (SG-3)', () => {
    const installed = new Map([['old-region', { version: 1, sha256: 'a' }]]);
    expect(planUpdate(installed, index).get('old-region')).toEqual({ kind: 'nothing', why: 'gone' });
  });

  it('never downloads what would lower a version, whatever is installed (SG-3)', () => {
    const version = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(version, version, fc.constantFrom('a', 'b'), (have, offered, sha256) => {
        const offer = sampleIndex([{ ...entry, version: offered, sha256: 'a' }]);
        const step = planUpdate(new Map([[entry.id, { version: have, sha256 }]]), offer).get(entry.id);
        expect(step?.kind === 'download').toBe(offered > have);
      }),
    );
  });
});
