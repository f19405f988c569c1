import { useEffect, useRef } from 'react';

interface Watcher {
  onclose: (() => void) | null;
  destroy(): void;
}
type WatcherConstructor = new () => Watcher;

/**
 * The phone's Back gesture (and Escape) peels one screen where the browser has CloseWatcher, which adds no entry to the
 * history. Elsewhere Back leaves the app; every screen has a Back of its own. Also keeps each screen's scroll, and moves
 * the focus to the heading of a screen that opens.
 */
export function usePeeling(depth: number, back: () => void): void {
  const scrolls = useRef<number[]>([]);
  const lastDepth = useRef(depth);

  useEffect(() => {
    const note = () => {
      scrolls.current[lastDepth.current] = window.scrollY;
    };
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  }, []);

  useEffect(() => {
    const before = lastDepth.current;
    lastDepth.current = depth;
    if (depth === before) return;
    const isBack = depth < before;
    window.scrollTo(0, isBack ? (scrolls.current[depth] ?? 0) : 0);
    document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
  }, [depth]);

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
