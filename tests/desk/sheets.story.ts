import { writeFileSync } from 'node:fs';
import { expect, type Page, type TestInfo, test } from '@playwright/test';
import { withPhoneDisplay } from '../../src/cli/phone-display.ts';
import type { ShownListing } from '../../src/core/shown-listing.ts';
import { riskyWordsIn } from '../../src/desk/caseworker/domain/discreet.ts';
import type { PaperLayout, PaperSize } from '../../src/desk/caseworker/sheets/paper.tsx';
import { listingOf } from '../fixtures/listing-of.ts';
import { shown } from '../fixtures/sheet-of.ts';
import { readLocale } from '../unit/locale-files.ts';
import { sampleListings } from '../unit/region-files.ts';
import { openHarness } from './harness-page.ts';
import { type PrintedPage, pictureOf, readPdf } from './printed.ts';

// Sheets as a printer gets them (C4, S13): printed by the browser to PDF, read back by another program. Paper alone, in every
// size and language, with services in scripts that no list of ours has; the desk's screen is in sheet.story.ts.

const NOW = Date.parse('2026-11-28T15:00:00Z');
const PAPER = { a4: [210, 297], letter: [215.9, 279.4] } as const;

/** Made-up services in scripts that are hard to shape. */
const ELSEWHERE = [
  {
    text_language: 'am',
    name: 'የናሙና የምክር ማዕከል',
    description: 'ነጻ የምክር አገልግሎት እንሰጣለን። ስምዎን መናገር አያስፈልግዎትም።',
    required_documents: ['ምንም አያስፈልግም'],
  },
  {
    text_language: 'km',
    name: 'មជ្ឈមណ្ឌលគំរូ',
    description: 'យើងផ្តល់ប្រឹក្សាដោយឥតគិតថ្លៃ។ អ្នកមិនចាំបាច់ប្រាប់ឈ្មោះទេ។',
  },
  {
    text_language: 'my',
    name: 'နမူနာ ဗဟိုဌာန',
    description: 'အခမဲ့ အကြံပေးသည်။ သင့်အမည်ကို ပြောရန် မလိုပါ။',
  },
].map((fields) =>
  shown(
    listingOf({
      ...fields,
      channels: [{ type: 'phone', value: '+442079460123', display: '020 7946 0123' }],
      hours: {
        timezone: 'Europe/London',
        schedules: [{ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '17:00' }],
      },
    }),
  ),
);
const SAMPLE = sampleListings()
  .slice(0, 12)
  .map((one) => shown(withPhoneDisplay(one)));

interface Printing {
  readonly listings: readonly ShownListing[];
  readonly language: string;
  readonly layout: PaperLayout;
  readonly size?: PaperSize;
  readonly isDiscreet?: boolean;
}

async function printed(page: Page, { listings, language, layout, size = 'a4', isDiscreet = true }: Printing) {
  await openHarness(page, { listings, language, isDiscreet, instant: NOW, paper: { layout, size } });
  await page.locator('.print-paper .paper').waitFor({ state: 'attached' });
  const bytes = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  return { bytes, ...(await readPdf(bytes)) };
}

async function keepPicture(info: TestInfo, name: string, bytes: Uint8Array): Promise<void> {
  const path = info.outputPath(`${name}.png`);
  writeFileSync(path, await pictureOf(bytes));
  await info.attach(name, { path, contentType: 'image/png' });
}

/** Without spaces, which a reader puts where letters are apart, and without the forms that letters take beside others. */
const bare = (text: string) => text.normalize('NFKC').replaceAll(/[\s\u200b-\u200f]/g, '');
const textOf = (pages: readonly PrintedPage[]) => pages.map(({ text }) => text).join('\n');
/**
 * Letters from right to left are in a PDF as they stand on the page: what is looked for may be there backwards, and where
 * two letters became one shape, neither way. So the words that were printed are looked at too, not only what is read back.
 */
const bothWays = (text: string) => `${text}\n${[...text].reverse().join('')}`.normalize('NFKC');
const numberIn = (listing: ShownListing | undefined) => listing?.channels[0]?.display ?? 'no number';

for (const size of ['a4', 'letter'] as const) {
  const [wide, high] = PAPER[size];
  for (const [layout, count, most] of [
    ['sheet', 3, 2],
    ['card', 4, 1],
    ['card', 12, 1],
    ['zine', 6, 1],
    ['zine', 12, 1],
  ] as const) {
    test(`C4 a ${layout} of ${count} services on ${size} has at most ${most} pages of that paper`, async ({
      page,
    }) => {
      for (const language of ['en', 'ar']) {
        const { pages } = await printed(page, { listings: SAMPLE.slice(0, count), language, layout, size });
        expect(pages.length).toBeLessThanOrEqual(most);
        const turned = layout === 'zine';
        for (const { width, height } of pages) {
          expect(width).toBeCloseTo(turned ? high : wide, 0);
          expect(height).toBeCloseTo(turned ? wide : high, 0);
        }
      }
    });
  }
}

for (const language of ['en', 'ar', 'es', 'sw']) {
  for (const layout of ['sheet', 'card', 'zine'] as const) {
    test(`S13 a discreet ${layout} in ${language} has no telling word in its text, title or page`, async ({
      page,
    }, info) => {
      const { bytes, title, pages } = await printed(page, { listings: SAMPLE.slice(0, 6), language, layout });
      await keepPicture(info, `discreet-${layout}-${language}`, bytes);
      const text = bothWays(textOf(pages));
      // Something is there to be looked at: each number.
      for (const listing of SAMPLE.slice(0, 6)) expect(bare(text)).toContain(bare(numberIn(listing)));
      expect(riskyWordsIn(text)).toEqual([]);
      expect(riskyWordsIn((await page.locator('.print-paper').textContent()) ?? '')).toEqual([]);
      for (const { name, organization } of SAMPLE) {
        expect(bare(text)).not.toContain(bare(name));
        expect(bare(text)).not.toContain(bare(organization.name));
      }
      expect(riskyWordsIn(title)).toEqual([]);
      // The name of the job alone: that of the page is constant (TR-4).
      expect(title).toBe((readLocale(language, 'desk-sheets') as { title: string }).title);
      expect(await page.title()).toBe('Guide');
      // No picture, so none that could tell.
      expect(await page.locator('.print-paper img, .print-paper svg').count()).toBe(0);
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\/Subtype\s*\/Image/);
    });
  }
}

test('C4 Amharic, Khmer and Burmese are on paper as they were written', async ({ page }, info) => {
  const { bytes, pages } = await printed(page, {
    listings: ELSEWHERE,
    language: 'en',
    layout: 'sheet',
    isDiscreet: false,
  });
  await keepPicture(info, 'open-sheet-other-scripts', bytes);
  const text = bare(textOf(pages));
  expect(text).toContain(bare(ELSEWHERE[0]?.name ?? ''));
  expect(text).toContain(bare('Only in Amharic'));
});

for (const language of ['en', 'ar']) {
  test(`C4 an open sheet in ${language} has what to bring, the hours in words and how to ask`, async ({
    page,
  }, info) => {
    const { bytes, pages } = await printed(page, {
      listings: SAMPLE.slice(0, 4),
      language,
      layout: 'sheet',
      isDiscreet: false,
    });
    await keepPicture(info, `open-sheet-${language}`, bytes);
    const text = textOf(pages);
    if (language === 'en')
      for (const words of ['What to bring', 'Monday to Friday', 'How to ask about papers', 'Space today'])
        expect(text).toContain(words);
    else {
      expect(bare(text)).toContain(bare(numberIn(SAMPLE[0])));
      expect(bare(bothWays(text))).toContain(bare('متى يفتحون'));
    }
    // So a discreet one is clean because it is discreet, not because nobody could see it.
    expect(riskyWordsIn(bothWays(text)).length).toBeGreaterThan(0);
  });
}

test('C4 on a card and in a pocket book no number is cut off, and no two services lie on each other', async ({
  page,
}) => {
  for (const language of ['en', 'ar', 'es', 'sw'])
    for (const layout of ['card', 'zine'] as const)
      for (const isDiscreet of [true, false]) {
        const listings = [...SAMPLE, ...ELSEWHERE].slice(-12);
        await openHarness(page, {
          listings,
          language,
          isDiscreet,
          instant: NOW,
          paper: { layout, size: 'a4' },
        });
        await page.locator('.print-paper .paper').waitFor({ state: 'attached' });
        await page.emulateMedia({ media: 'print' });
        const cutOff = await page.evaluate(() =>
          [...document.querySelectorAll('.print-paper .sheet-number .digits')]
            .filter((number) => {
              const box = number.getBoundingClientRect();
              const room = number.closest('.fold-card-entry, .zine-entry')?.getBoundingClientRect();
              return (
                !room ||
                box.bottom > room.bottom ||
                box.left < room.left ||
                box.right > room.right ||
                box.top < room.top
              );
            })
            .map((number) => number.textContent),
        );
        expect(cutOff, `${language} ${layout}`).toEqual([]);
        await page.emulateMedia({ media: 'screen' });
      }
});
