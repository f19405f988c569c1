import type { Page } from '@playwright/test';

interface Voice {
  readonly lang: string;
  readonly localService: boolean;
}

/** Gives the page these voices, and tells of all that it has said, and of its being stopped. */
export async function giveVoices(page: Page, voices: readonly Voice[]): Promise<string[]> {
  const told: string[] = [];
  await page.exposeFunction('tellSpeech', (what: string) => told.push(what));
  await page.addInitScript((given) => {
    const { tellSpeech } = globalThis as unknown as { tellSpeech: (what: string) => void };
    class Utterance {
      readonly text: string;
      voice: { readonly lang: string } | null = null;
      constructor(text: string) {
        this.text = text;
      }
    }
    const speech = {
      getVoices: () => given,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      speak: ({ voice, text }: Utterance) => tellSpeech(`${voice?.lang}: ${text}`),
      cancel: () => tellSpeech('stop'),
    };
    Object.defineProperty(globalThis, 'speechSynthesis', { value: speech });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance });
  }, voices);
  return told;
}
