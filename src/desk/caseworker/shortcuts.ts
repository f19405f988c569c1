import { useEffect } from 'react';
import { useDesk } from './desk-context.tsx';
import { startNewClient, type WorkspaceStore } from './workspace.ts';

// Single keys, as documented in the help dialog; they can be turned off, and do nothing while somebody types (C13).

export const SEARCH_ID = 'words';
export const FIRST_FIELD_ID = 'needs';
export const RESULTS_ID = 'results-title';

export const SHORTCUTS = {
  '/': 'search',
  n: 'newClient',
  m: 'match',
  '?': 'help',
} as const;

/** `onHelp` shows what the keys do. */
export function useShortcuts(onHelp: () => void): void {
  const { workspace } = useDesk();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!workspace.get().hasShortcuts || isForSomethingElse(event)) return;
      const action = SHORTCUTS[event.key as keyof typeof SHORTCUTS];
      if (!action) return;
      event.preventDefault();
      if (action === 'help') onHelp();
      else goTo(workspace, action);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [workspace, onHelp]);
}

function goTo(workspace: WorkspaceStore, action: 'search' | 'newClient' | 'match'): void {
  if (action === 'newClient') startNewClient(workspace);
  else workspace.set({ screen: 'match', opened: null });
  const id = { search: SEARCH_ID, newClient: FIRST_FIELD_ID, match: RESULTS_ID }[action];
  // Once the screen is there.
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** Keys of the browser, and letters that are written somewhere or find an entry of an open list. */
function isForSomethingElse({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return true;
  return (
    (target as Element | null)?.closest(
      'input:not([type=checkbox]), textarea, [role=listbox], dialog, [role=dialog]',
    ) !== null
  );
}
