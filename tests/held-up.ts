import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

type Words = Readonly<Record<'say', Readonly<Record<string, string>>>>;

/** The ten sentences in a language, in their order, as the files of words have them. */
export function sentencesIn(language: string): readonly string[] {
  const { say } = JSON.parse(readFileSync(`locales/${language}/cards.json`, 'utf8')) as Words;
  return Object.values(say);
}

/** What is wrong with the card that is held up now: cut, small, of the wrong language or direction, no way out. */
export function faultsOfCard(page: Page, local: string, leastPx: number): Promise<string[]> {
  return page.evaluate(
    ({ language, least }) => {
      const faults: string[] = [];
      const dialog = document.querySelector<HTMLElement>('dialog[open]');
      const words = dialog?.querySelector<HTMLElement>('.card-words');
      if (!dialog || !words) return ['no card'];
      const box = dialog.getBoundingClientRect();
      if (box.width < innerWidth || box.height < innerHeight) faults.push('not the whole screen');
      if (words.lang !== language) faults.push(`lang ${words.lang}`);
      const direction = language === 'ar' ? 'rtl' : 'ltr';
      if (getComputedStyle(words).direction !== direction) faults.push(`not ${direction}`);
      const size = Number.parseFloat(getComputedStyle(words).fontSize);
      if (size < least) faults.push(`${size} px`);
      for (const part of dialog.querySelectorAll<HTMLElement>('.card-words, .card-own')) {
        const range = document.createRange();
        range.selectNodeContents(part);
        for (const line of range.getClientRects())
          if (line.left < -0.5 || line.right > innerWidth + 0.5 || line.bottom > innerHeight + 0.5)
            faults.push(`cut: ${part.textContent}`);
      }
      const frame = words.parentElement;
      if (frame && frame.scrollHeight > frame.clientHeight) faults.push('its frame scrolls');
      const exit = dialog.querySelector('[data-exit]');
      const { left = 0, top = 0, width = 0, height = 0 } = exit?.getBoundingClientRect() ?? {};
      if (!exit?.contains(document.elementFromPoint(left + width / 2, top + height / 2)))
        faults.push('no way out');
      return faults;
    },
    { language: local, least: leastPx },
  );
}
