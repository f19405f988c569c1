import { expect, test } from '../settle.ts';
import {
  answerNeutralSite,
  hasReachedNeutralSite,
  leaveControl,
  openFromElsewhere,
  walkHistory,
} from './leaving.ts';
import { wholeTour } from './tour.ts';

test('EX-5 EX-6 the whole journey is one entry with one address and nothing in it, and after it Back and Forward never show the guide', async ({
  page,
  context,
}) => {
  await answerNeutralSite(context);
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
  const { elsewhere } = await openFromElsewhere(page);
  changes.length = 0;
  const start = await page.evaluate(whereItIs);
  expect(start).toMatchObject({ state: null, path: '/' });
  await wholeTour(page, async (screen) => {
    expect(await page.evaluate(whereItIs), screen).toEqual(start);
  });
  expect(changes).toEqual([]);
  await leaveControl(page).click();
  await hasReachedNeutralSite(page);
  const neutral = page.url();
  expect(await walkHistory(page)).toEqual([elsewhere, neutral]);
});

/** Runs in the page: everything of it that the browser writes into its history. */
function whereItIs() {
  const path = location.href.slice(location.origin.length);
  return { path, length: history.length, state: history.state as unknown, title: document.title };
}
