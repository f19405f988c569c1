import type { Need } from '../core/taxonomy.ts';
import { needsIn } from '../core/taxonomy.ts';
import type { IconName } from '../ui/icons/icon.tsx';

export type TileId = 'stay' | 'talk' | 'health' | 'legal' | 'live' | 'child' | 'online' | 'notSure';

/** A plain way in. The last one asks a few questions instead. */
export interface Tile {
  readonly id: TileId;
  readonly icon: IconName;
  readonly needs: readonly Need[];
}

export const TILES: readonly Tile[] = [
  { id: 'stay', icon: 'bed', needs: needsIn('home') },
  { id: 'talk', icon: 'talk', needs: [...needsIn('mind'), ...needsIn('safe')] },
  { id: 'health', icon: 'medical', needs: needsIn('health') },
  { id: 'legal', icon: 'scale', needs: [...needsIn('law'), ...needsIn('report')] },
  { id: 'live', icon: 'bowl', needs: needsIn('live') },
  { id: 'child', icon: 'bear', needs: needsIn('child') },
  { id: 'online', icon: 'picture', needs: needsIn('online') },
  { id: 'notSure', icon: 'question', needs: [] },
];
