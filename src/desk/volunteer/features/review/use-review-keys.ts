import { useEffect, useRef } from 'react';

/** Single keys, while nobody types (C13, V10). Shift alone belongs to leaving. */
export function useReviewKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement | null)?.closest(
        'input, textarea, select, [role=listbox], dialog',
      );
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const action = latest.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
