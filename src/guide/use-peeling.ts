import { useEffect, useRef } from 'react';
import type { Screen } from './session.ts';

interface Watcher {
  onclose: (() => void) | null;
  destroy(): void;
}
type WatcherConstructor = new () => Watcher;

/**
 * The phone's Back gesture (and Escape) peels one screen where the browser has CloseWatcher, which adds no entry to the
 * history. Elsewhere Back leaves the app; every screen has a Back of its own. Also keeps each screen's scroll, and moves
 * the focus to the heading of a screen that opens, also one that takes the place of another, once it `isHere`.
 */
export function usePeeling(screens: readonly Screen[], back: () => void, isHere: boolean): void {
  const depth = screens.length;
  const name = screens.at(-1)?.name;
  const scrolls = useRef<number[]>([]);
  const lastDepth = useRef(depth);
  const lastName = useRef(name);

  useEffect(() => {
    const note = () => {
      scrolls.current[lastDepth.current] = window.scrollY;
    };
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  }, []);

  useEffect(() => {
    if (!isHere) return;
    const before = lastDepth.current;
    lastDepth.current = depth;
    if (depth === before && name === lastName.current) return;
    lastName.current = name;
    const isBack = depth < before;
    window.scrollTo(0, isBack ? (scrolls.current[depth] ?? 0) : 0);
    document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
  }, [depth, name, isHere]);

  useEffect(() => {
    const { CloseWatcher } = globalThis as { CloseWatcher?: WatcherConstructor };
    if (!CloseWatcher || depth <= 1) return;
    const watcher = new CloseWatcher();
    watcher.onclose = back;
    return () => {
      watcher.onclose = null;
      watcher.destroy();
    };
  }, [depth, back]);
}
