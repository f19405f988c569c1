import type { Page } from '@playwright/test';

/** Where two things that stay in sight while the page is scrolled lie over each other, at its top, middle and foot. */
export function overEachOther(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const scope = document.querySelector('dialog[open]') ?? document.body;
    const root = document.querySelector('dialog[open]') ?? document.documentElement;
    const found = new Set<string>();
    const staying = [...scope.querySelectorAll<HTMLElement>('*')].filter((one) => {
      const { position } = getComputedStyle(one);
      return (position === 'sticky' || position === 'fixed') && one.checkVisibility();
    });
    /** Held at its place; one whose own part of the page has ended is moved away with it. */
    const isHeld = (one: HTMLElement) => {
      const { position, top, bottom } = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      const frame = root.getBoundingClientRect();
      const [above, below] = root === document.documentElement ? [0, innerHeight] : [frame.top, frame.bottom];
      return (
        position === 'fixed' ||
        Math.abs(box.top - above - Number.parseFloat(top)) < 2 ||
        Math.abs(below - box.bottom - Number.parseFloat(bottom)) < 2
      );
    };
    const nameOf = (one: HTMLElement) => one.className || one.tagName;
    const before = root.scrollTop;
    for (const part of [0, 0.5, 1]) {
      root.scrollTop = part * (root.scrollHeight - root.clientHeight);
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const held = staying.filter(isHeld);
      for (const [at, one] of held.entries())
        for (const other of held.slice(at + 1)) {
          if (one.contains(other) || other.contains(one)) continue;
          const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
          const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (width > 2 && height > 2)
            found.add(`${nameOf(one)} and ${nameOf(other)} share ${Math.round(height)} px`);
        }
    }
    root.scrollTop = before;
    return [...found];
  });
}
