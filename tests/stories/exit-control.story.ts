import type { Page } from '@playwright/test';
import { onceBut, onceUnless, onlyInChromium } from '../browsers.ts';
import { expect, test } from '../settle.ts';
import { chooseTile, openGuide, tab } from './journey.ts';
import {
  answerNeutralSite,
  clickWhereItIs,
  deployment,
  hasReachedNeutralSite,
  openResults,
} from './leaving.ts';
import { chooseLanguage, wholeTour } from './tour.ts';

const SMALLEST = { width: 320, height: 568 };
const SCREENS = [
  SMALLEST,
  { width: 360, height: 640 },
  { width: 412, height: 915 },
  { width: 640, height: 360 },
  { width: 768, height: 1024 },
  { width: 1280, height: 720 },
];

for (const language of ['en', 'ar']) {
  test(
    `EX-1 EX-14 the way out is in reach of a finger and of a keyboard on every screen, in ${language}`,
    onceBut(language),
    async ({ page }) => {
      const faults: string[] = [];
      await openGuide(page);
      await chooseLanguage(page, language);
      await wholeTour(page, async (screen) => {
        const before = page.viewportSize();
        // A screen in another state ("results, nothing found") is looked at on the smallest phone alone.
        const isState = /^(results|place),/.test(screen);
        for (const size of isState ? [SMALLEST] : SCREENS) {
          await page.setViewportSize(size);
          const found = await page.evaluate(
            outOfReach,
            size === SMALLEST ? [87.5, 100, 200, 400] : [100, 200, 400],
          );
          faults.push(...found.map((fault) => `${screen} ${size.width}x${size.height} ${fault}`));
        }
        if (before) await page.setViewportSize(before);
        await isReachedByKeyboard(page, screen);
      });
      expect(faults).toEqual([]);
    },
  );
}

/** Runs in the page: what is wrong with the way out, at these text sizes (percent) and three places of the scroll. */
function outOfReach(texts: readonly number[]): string[] {
  const LEAST = 48;
  const CLEAR = 8;
  // Finer than any target, none of which is under 48.
  const STEP = 12;
  const OTHERS = 'a, button, input, summary, select, textarea, label';
  const faults: string[] = [];
  const root = document.documentElement;
  const dialog = document.querySelector('dialog[open]');
  const control = (dialog ?? document).querySelector('.exit-bar, .exit-sheet');
  if (!control) return ['missing'];
  for (const text of texts) {
    root.style.fontSize = `${text}%`;
    for (const part of [0, 0.5, 1]) {
      const scrolled = dialog ?? root;
      scrolled.scrollTop = part * (scrolled.scrollHeight - scrolled.clientHeight);
      const { left, top, right, bottom, width, height } = control.getBoundingClientRect();
      const say = (fault: string) => faults.push(`${text}% at ${part}: ${fault}`);
      if (width < LEAST || height < LEAST) say(`small: ${width}x${height}`);
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
        say(`outside: ${[left, top, right, bottom].map(Math.round)}`);
      const at = (x: number, y: number) => document.elementFromPoint(x, y);
      if (!control.contains(at((left + right) / 2, (top + bottom) / 2))) say('covered');
      for (const gap of [1, CLEAR - 1]) {
        const edge: [number, number][] = [];
        for (let x = left - gap; x <= right + gap; x += STEP) edge.push([x, top - gap], [x, bottom + gap]);
        for (let y = top - gap; y <= bottom + gap; y += STEP) edge.push([left - gap, y], [right + gap, y]);
        const near = edge
          .map(([x, y]) => at(x, y)?.closest(OTHERS))
          .find((other) => other && other !== control);
        if (near) say(`${gap} px from ${near.className || near.tagName}`);
      }
    }
  }
  root.style.fontSize = '';
  return faults;
}

test.describe('EX-2 whatever lies over the page', () => {
  const overlays: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    'the contact sheet of a result': async (page) => {
      await openResults(page);
      await page.locator('.card-actions .button').first().click();
      await page.getByRole('dialog').waitFor();
    },
    'the contact sheet of a service, read to its end': async (page) => {
      await openResults(page);
      await page.locator('.card-name').first().click();
      await page.locator('.sticky-actions .button').click();
      const sheet = page.getByRole('dialog');
      await sheet.locator('.row-button').first().waitFor();
      for (const row of await sheet.locator('.row-button').all()) await row.click();
      await sheet.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    },
    'the contact sheet of a saved service': async (page) => {
      await openResults(page);
      await page.locator('.card .button-quiet').first().click();
      await tab(page, 1);
      await page.locator('.card .button').first().click();
      await page.getByRole('dialog').waitFor();
    },
    'the line that says a list could not be had': async (page) => {
      await page.route('**/data/packs/**', (route) => route.abort());
      await chooseTile(page, 'stay');
      await page.locator('#main .rows .row-button').first().click();
      await page.locator('.notices .notice').waitFor();
    },
    'the question whether to erase': async (page) => {
      await tab(page, 3);
      await page.locator('#main > .row-button').nth(1).click();
    },
  };

  for (const [overlay, open] of Object.entries(overlays)) {
    test(
      `EX-2 a tap on the way out leaves from ${overlay}`,
      onceUnless(/service, read|whether to erase/.test(overlay)),
      async ({ page, context }) => {
        await answerNeutralSite(context);
        await openGuide(page);
        await open(page);
        await clickWhereItIs(page);
        await hasReachedNeutralSite(page);
      },
    );
  }
});

/** The second thing that a keyboard reaches. */
async function isReachedByKeyboard(page: Page, screen: string): Promise<void> {
  await startFromTheTop(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const reached = page.locator(':focus');
  await expect(reached, screen).toHaveAttribute('data-exit');
  await expect(reached, screen).toBeInViewport({ ratio: 1 });
  const box = await reached.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0), screen).toBeGreaterThanOrEqual(48);
  await reached.blur();
}

test('EX-14 Tab, Tab, Enter leaves, from the page and from a sheet', async ({ page, context }) => {
  await answerNeutralSite(context);
  for (const hasSheet of [false, true]) {
    await openGuide(page);
    if (hasSheet) {
      await chooseTile(page, 'stay');
      await page.locator('.card-actions .button').first().click();
      await page.getByRole('dialog').waitFor();
    } else await openResults(page);
    await startFromTheTop(page);
    for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
    await hasReachedNeutralSite(page);
  }
});

/** As a screen reader does at "top of page"; inside a dialog, its own top. */
async function startFromTheTop(page: Page): Promise<void> {
  // What was tapped last may still take the focus, a moment later, on a busy machine.
  const staysThere = () =>
    page.evaluate(async () => {
      const top = document.querySelector<HTMLElement>('dialog[open]') ?? document.body;
      top.tabIndex = -1;
      top.focus();
      for (const _frame of [1, 2]) await new Promise(requestAnimationFrame);
      return document.activeElement === top;
    });
  await expect.poll(staysThere).toBe(true);
}

for (const language of deployment.languages) {
  test(`EX-20 the way out says so plainly, in ${language}`, onceBut(language), async ({ page }) => {
    await openGuide(page);
    await chooseLanguage(page, language);
    const words = (await page.locator('.exit-bar').innerText()).trim();
    expect(words).toMatch(/\p{Letter}{3}/u);
    expect(words.split(/\s+/).length).toBeLessThanOrEqual(3);
    await standsOut(page);
  });

  test(`EX-20 in the dark it says so as plainly, and is not printed, in ${language}`, {
    ...onlyInChromium('Firefox 153 cannot be told by a test to go dark or to print'),
  }, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openGuide(page);
    await chooseLanguage(page, language);
    await standsOut(page);
    await page.emulateMedia({ media: 'print' });
    for (const exit of await page.locator('[data-exit]').all()) await expect(exit).toBeHidden();
  });
}

async function standsOut(page: Page): Promise<void> {
  const { ofWords, ofControl } = await page.locator('.exit-bar').evaluate(contrasts);
  expect(ofWords).toBeGreaterThanOrEqual(4.5);
  expect(ofControl).toBeGreaterThanOrEqual(3);
}

/** Runs in the page: how well the words stand out from the control, and the control from what is behind it. */
function contrasts(control: HTMLElement): { ofWords: number; ofControl: number } {
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one: string, other: string) => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const { color, backgroundColor } = getComputedStyle(control);
  const bar = control.closest('.bar') ?? document.body;
  return {
    ofWords: ratio(color, backgroundColor),
    ofControl: ratio(backgroundColor, getComputedStyle(bar).backgroundColor),
  };
}
