import type { DirectoryClient } from '../../../page/directory-client.ts';
import type { SessionStore } from '../../session.ts';

/** Takes the kept list out of the page's memory, and its key out of the worker's. What is sealed stays. */
export function lockList(session: SessionStore, client: DirectoryClient): void {
  session.set({ saved: [], isListOpen: false });
  void client.keptList({ do: 'lock' });
}
