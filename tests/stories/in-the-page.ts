import type { Page } from '@playwright/test';

// What a person with low vision or an unsteady hand would notice, measured in the page. Each answers with the faults
// found, in words, so that a failing story says which control it was.

const TARGET = 48;
const GAP = 8;

/** Controls smaller than a thumb, or closer to each other than its width forgives (S: design constants). */
export function crampedTargets(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ target, gap }) => {
      const selector = 'button, a[href], summary, input[type=search], .choice';
      const dialog = document.querySelector('dialog[open]');
      const controls = [...(dialog ?? document).querySelectorAll<HTMLElement>(selector)].filter(isShown);
      const faults: string[] = [];
      for (const control of controls) {
        const { width, height } = control.getBoundingClientRect();
        if (width < target - 0.5 || height < target - 0.5)
          faults.push(`${nameOf(control)} is ${Math.round(width)} by ${Math.round(height)}`);
      }
      // Bars lie over the page, which passes beneath them: each is its own neighbourhood.
      const layerOf = (control: Element) => control.closest('.bar, .tabs, .sticky-actions, .sheet-bar');
      for (const [index, one] of controls.entries()) {
        for (const other of controls.slice(index + 1)) {
          if (layerOf(one) === layerOf(other)) {
            const distance = between(one.getBoundingClientRect(), other.getBoundingClientRect());
            if (distance < gap - 0.5)
              faults.push(`${nameOf(one)} and ${nameOf(other)} are ${Math.round(distance * 10) / 10} apart`);
          }
        }
      }
      return faults;

      function between(a: DOMRect, b: DOMRect): number {
        const across = Math.max(a.left - b.right, b.left - a.right);
        const down = Math.max(a.top - b.bottom, b.top - a.bottom);
        return Math.max(across, down);
      }
      function isShown(element: HTMLElement): boolean {
        return element.checkVisibility() && element.getBoundingClientRect().width > 1;
      }
      function nameOf(element: HTMLElement): string {
        return `"${(element.innerText || element.getAttribute('aria-label') || element.tagName).trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
      }
    },
    { target: TARGET, gap: GAP },
  );
}

/** The buttons that stay in sight, where they lie higher than the page is scrolled for: what has the focus is under them. */
export function underTheButtons(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const buttons = document.querySelector('#main .sticky-actions');
    if (!buttons || getComputedStyle(buttons).position !== 'sticky') return [];
    const tabs = document.querySelector('.tabs')?.getBoundingClientRect().height ?? 0;
    const room = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockEnd);
    const height = buttons.getBoundingClientRect().height + tabs;
    return height > room ? [`the buttons take ${Math.round(height)} of ${Math.round(room)}`] : [];
  });
}

/** Words or controls that reach over the side of the screen, or are cut off inside their own box. */
export function overTheEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth)
      faults.push(`the page is ${root.scrollWidth} wide on ${root.clientWidth}`);
    const dialog = document.querySelector('dialog[open]');
    if (dialog && dialog.scrollWidth > dialog.clientWidth) faults.push('the sheet is wider than it shows');
    const walker = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || isHiddenOnPurpose(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        const frame = element.closest('button, a, summary, .bar')?.getBoundingClientRect();
        const words = `"${node.textContent.trim().slice(0, 40)}"`;
        if (box.left < -0.5 || box.right > root.clientWidth + 0.5)
          faults.push(`${words} runs off the screen`);
        else if (frame && (box.left < frame.left - 1 || box.right > frame.right + 1))
          faults.push(`${words} runs out of its control`);
        else if (frame && (box.top < frame.top - 3 || box.bottom > frame.bottom + 3))
          faults.push(`${words} is cut off`);
      }
    }
    return [...new Set(faults)];

    function isHiddenOnPurpose(element: Element): boolean {
      return (
        !element.checkVisibility() ||
        element.closest('.visually-hidden, .skip, .exit-hidden, .bar-title, option') !== null
      );
    }
  });
}

/** Words whose contrast with what is behind them is below 7 to 1 (4.5 for large ones); what is disabled is left out. */
export function faintWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults = new Set<string>();
    const walker = document.createTreeWalker(
      document.querySelector('dialog[open]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element?.checkVisibility() || !node.textContent?.trim() || element.closest(':disabled')) continue;
      const style = getComputedStyle(element);
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 600);
      const ratio = contrast(channels(style.color), behind(element));
      if (ratio < (isLarge ? 4.5 : 7))
        faults.add(`"${node.textContent.trim().slice(0, 40)}" ${ratio.toFixed(1)}`);
    }
    return [...faults];

    function behind(element: Element): number[] {
      for (let one: Element | null = element; one; one = one.parentElement) {
        const color = channels(getComputedStyle(one).backgroundColor);
        if (color[3] !== 0) return color;
      }
      return [255, 255, 255, 1];
    }
    function channels(color: string): number[] {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    }
    function luminance([red = 0, green = 0, blue = 0]: number[]): number {
      const linear = (value: number) => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }
    function contrast(one: number[], other: number[]): number {
      const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    }
  });
}

/** Running words under 18 pixels, and labels of controls under 16. */
export function smallPrint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults = new Set<string>();
    const walker = document.createTreeWalker(
      document.querySelector('dialog[open]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element?.checkVisibility() || !node.textContent?.trim()) continue;
      const isLabel = element.closest('.chip, .tab, .count, summary, .tags') !== null;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < (isLabel ? 15.8 : 18)) faults.add(`"${node.textContent.trim().slice(0, 40)}" ${size}`);
    }
    return [...faults];
  });
}

/** Where the keyboard is now: a name for it, and what is wrong with how it shows, if anything. */
export function focusNow(page: Page): Promise<{ key: string; fault: string }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return { key: '', fault: '' };
    const all = [...document.querySelectorAll('*')];
    const words = (element.innerText || element.getAttribute('aria-label') || element.id || element.tagName)
      .trim()
      .slice(0, 40);
    const key = `${all.indexOf(element)} ${words}`;
    // A tick box is drawn by the box beside it.
    const drawn =
      (element.nextElementSibling?.matches('.choice-box') && element.nextElementSibling) || element;
    const style = getComputedStyle(drawn);
    if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2)
      return { key, fault: `${words}: the focus is not drawn` };
    const box = drawn.getBoundingClientRect();
    const [middleX, middleY] = [box.left + box.width / 2, box.top + box.height / 2];
    const points = [
      [middleX, middleY],
      [middleX, box.top + 2],
      [middleX, box.bottom - 2],
      [box.left + 2, middleY],
      [box.right - 2, middleY],
    ];
    const isSeen = points.every(([x = 0, y = 0]) => {
      const hit = document.elementFromPoint(x, y);
      return (
        hit !== null &&
        (drawn.contains(hit) || hit.contains(drawn) || hit.closest('label') === element.parentElement)
      );
    });
    return { key, fault: isSeen ? '' : `${words}: something lies over the focus` };
  });
}

/** Everything that the keyboard should be able to reach here, by the names that `focusNow` gives. */
export function reachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const scope = document.querySelector('dialog[open]') ?? document;
    return (
      [...scope.querySelectorAll<HTMLElement>('button, a[href], summary, input, [tabindex="0"]')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'))
        // Arrows, not Tab, go on inside a group of which one is chosen.
        .filter((one) => !one.matches('[type=radio][name]:not(:checked)'))
        .map(
          (one) =>
            `${all.indexOf(one)} ${(one.innerText || one.getAttribute('aria-label') || one.id || one.tagName).trim().slice(0, 40)}`,
        )
    );
  });
}

/** Twice the same screen may differ by a shade at the edge of a letter (7 of 255 seen); anything more is another picture. */
const SHADE = 24;

/** How many values of two pictures differ by more than a shade; pictures of different sizes differ everywhere. */
export async function differences(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async ([first, second, shade]) => {
      const pixelsOf = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        context?.drawImage(picture, 0, 0);
        return context?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray();
      };
      const [before, after] = [await pixelsOf(first), await pixelsOf(second)];
      if (before.length !== after.length) return Math.max(before.length, after.length);
      return before.reduce(
        (count, value, at) => count + (Math.abs(value - (after[at] ?? 0)) > shade ? 1 : 0),
        0,
      );
    },
    [one.toString('base64'), other.toString('base64'), SHADE] as const,
  );
}
