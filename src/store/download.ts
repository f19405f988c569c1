import { fail, type Result, succeed } from '../core/result.ts';
import { joinBytes } from './join-bytes.ts';
import type { Progress } from './messages.ts';
import type { StoreProblem } from './problems.ts';

export interface DownloadOptions {
  /** The most bytes that will be taken. */
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** The length that a signed index promises; progress is measured against it. */
  readonly total?: number;
}

const STALL_MS = 30_000;

/**
 * Fetches one file of the guide's own host, whole. The request carries nothing but its path: no query, no credentials,
 * no referrer, no range, no validator. More than the limit, a redirect or a stall of 30 s ends it. What breaks off on the
 * way is asked for once more, from its beginning; what failed is for its caller to ask again, and not soon (SG-11).
 */
export async function download(
  path: string,
  options: DownloadOptions,
  isFirst = true,
): Promise<Result<Uint8Array, StoreProblem>> {
  // One controller for both reasons: AbortSignal.any is younger than the browsers we serve (settled 7).
  const controller = new AbortController();
  const stop = () => controller.abort();
  options.signal.addEventListener('abort', stop);
  if (options.signal.aborted) stop();
  let timer = setTimeout(stop, STALL_MS);
  let received = 0;
  try {
    const response = await fetch(path, {
      signal: controller.signal,
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    if (!response.ok || !response.body) return fail({ kind: 'offline' });
    const reader = response.body.getReader();
    const parts: Uint8Array[] = [];
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      received += step.value.length;
      if (received > options.limit) return fail({ kind: 'pack-too-large', limit: options.limit });
      parts.push(step.value);
      options.onProgress?.({ received, total: options.total ?? received });
      clearTimeout(timer);
      timer = setTimeout(stop, STALL_MS);
    }
    return succeed(joinBytes(parts, received));
  } catch {
    // Not after a silence: whoever waited through it is told.
    if (received > 0 && isFirst && !controller.signal.aborted) return download(path, options, false);
    return fail({ kind: options.signal.aborted ? 'cancelled' : 'offline' });
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', stop);
    // Whatever is still on its way is not wanted.
    stop();
  }
}
