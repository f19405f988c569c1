import { type Populations, populationsOf } from '../../core/confidential/areas.ts';
import type { RegionFrame } from '../regions.ts';

/** National services lie anywhere, so theirs are the towns of all regions. */
export function populationsAround({ file, towns }: RegionFrame, frames: readonly RegionFrame[]): Populations {
  const around = file.kind === 'world' ? frames.flatMap((frame) => frame.towns) : towns;
  const names = frames.filter((frame) => frame.file.id === file.id || file.kind === 'world');
  return populationsOf(around, [
    ...names.flatMap((frame) => Object.values(frame.file.name)),
    // The counties and states that the towns lie in.
    ...around.map(({ admin }) => admin),
  ]);
}
