import { EMPTY_QUERY } from '../search/query.ts';
import type { SessionStore } from './session.ts';
import type { Tile } from './tiles.ts';

/** Where a tile leads. Whether one of the lists is her place is known once they are open: it is not guessed before. */
export function openTile(session: SessionStore, tile: Tile): void {
  session.set({ query: { ...EMPTY_QUERY, needs: tile.needs } });
  if (tile.id === 'notSure') session.open({ name: 'not-sure' });
  else session.open({ name: session.get().place ? 'results' : 'place' });
}
