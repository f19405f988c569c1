import { expect, test } from '@playwright/test';
import { openGuide } from './journey.ts';
import {
  answerNeutralSite,
  hasReachedNeutralSite,
  leaveControl,
  openFromElsewhere,
  walkHistory,
} from './leaving.ts';
import { wholeTour } from './tour.ts';

test('EX-5 the whole journey is one entry in the history, with one address and nothing in it', async ({
  page,
}) => {
  const changes: string[] = [];
  await page.exposeFunction('tell', (change: string) => changes.push(change));
  await page.addInitScript(() => {
    const { tell, navigation } = window as unknown as { tell(change: string): void; navigation: EventTarget };
    navigation.addEventListener('navigate', (event) => {
      const { navigationType, destination } = event as Event & {
        navigationType: string;
        destination: { url: string };
      };
      tell(`${navigationType} ${destination.url}`);
    });
  });
  await openGuide(page);
  const start = await page.evaluate(whereItIs);
  expect(start).toMatchObject({ state: null, path: '/' });
  await wholeTour(page, async (screen) => {
    expect(await page.evaluate(whereItIs), screen).toEqual(start);
  });
  expect(changes).toEqual([]);
});

/** Runs in the page: everything of it that the browser writes into its history. */
function whereItIs() {
  const path = location.href.slice(location.origin.length);
  return { path, length: history.length, state: history.state as unknown, title: document.title };
}

test('EX-6 after the whole journey, Back and Forward never show the guide', async ({ page, context }) => {
  await answerNeutralSite(context);
  const { elsewhere } = await openFromElsewhere(page);
  await wholeTour(page, async () => undefined);
  await leaveControl(page).click();
  await hasReachedNeutralSite(page);
  const neutral = page.url();
  expect(await walkHistory(page)).toEqual([elsewhere, neutral]);
});
