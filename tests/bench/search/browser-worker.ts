import { act, type BrowserJob, type BrowserOrder, start } from './browser-side.ts';

/** A job to begin with, then orders. */
export type ToWorker = { readonly job: BrowserJob } | BrowserOrder;

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  try {
    const value = 'job' in data ? await start(data.job) : await act(data);
    postMessage({ value });
  } catch (error) {
    postMessage({ problem: error instanceof Error ? error.message : String(error) });
  }
});
