import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { startAnew, takeBack } from './bulk.ts';
import { useDesk } from './desk-context.tsx';
import type { WorkspaceStore } from './workspace.ts';

// Single keys, as documented in the help dialog; they can be turned off, and do nothing while somebody types (C13).

export const SEARCH_ID = 'words';
export const FIRST_FIELD_ID = 'needs';
export const RESULTS_ID = 'results-title';

export const SHORTCUTS = {
  '/': 'search',
  n: 'newClient',
  m: 'match',
  c: 'compare',
  z: 'undo',
  '?': 'help',
} as const;

export type Shortcut = (typeof SHORTCUTS)[keyof typeof SHORTCUTS];

/** With Ctrl, or Cmd on a Mac: it stands for no letter, so that it works where somebody types and is never off. */
export const PALETTE_KEY = 'k';

interface Shown {
  /** What the keys do. */
  readonly onHelp: () => void;
  /** Everything that can be done, by name. */
  readonly onPalette: () => void;
}

export function useShortcuts({ onHelp, onPalette }: Shown): void {
  const { workspace } = useDesk();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isPaletteKey(event)) {
        event.preventDefault();
        return onPalette();
      }
      if (!workspace.get().hasShortcuts || isForSomethingElse(event)) return;
      const action = SHORTCUTS[event.key as keyof typeof SHORTCUTS];
      if (!action) return;
      event.preventDefault();
      if (action === 'help') onHelp();
      else act(workspace, action);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [workspace, onHelp, onPalette]);
}

const FOCUS: Readonly<Partial<Record<Shortcut, string>>> = {
  search: SEARCH_ID,
  newClient: FIRST_FIELD_ID,
  match: RESULTS_ID,
};

/** What a key does, also where it is chosen by name. */
export function act(workspace: WorkspaceStore, action: Exclude<Shortcut, 'help'>): void {
  if (action === 'undo') {
    takeBack(workspace);
    return;
  }
  // Drawn before the next key comes: what somebody types after it belongs in the field.
  flushSync(() => {
    if (action === 'newClient') startAnew(workspace);
    else workspace.set({ screen: action === 'compare' ? 'compare' : 'match', opened: null });
  });
  // Chosen in the dialog, nothing outside it takes the focus until it has closed.
  if (!focusOn(FOCUS[action])) requestAnimationFrame(() => focusOn(FOCUS[action]));
}

/** The screen's heading where no field is named; whether it has the focus now. */
function focusOn(id: string | undefined): boolean {
  const wanted = id ? document.getElementById(id) : document.querySelector<HTMLElement>('#main h1');
  wanted?.focus();
  return wanted !== null && document.activeElement === wanted;
}

function isPaletteKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === PALETTE_KEY && ctrlKey !== metaKey && !altKey && !shiftKey;
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
