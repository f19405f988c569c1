import { fail, type Result, succeed } from '../../core/result.ts';

const MOST_BYTES = 1_000_000;
const MOST_DEPTH = 10;
const MOST_ITEMS = 500;

/** Strict JSON within the limits of SV-16; the schema of the route judges the rest. */
export async function readBody(request: Request): Promise<Result<unknown, 'bad-request' | 'too-large'>> {
  const bytes = await bytesOf(request);
  if (!bytes.ok) return bytes;
  if (bytes.value.length === 0) return succeed(undefined);
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
    if (!isWithin(value, 1)) return fail('too-large');
    return isWritable(value) ? succeed(value) : fail('bad-request');
  } catch {
    return fail('bad-request');
  }
}

async function bytesOf(request: Request): Promise<Result<Uint8Array, 'too-large'>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Counted as it comes: what a header says of the length is the sender's word.
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) return fail('too-large');
    parts.push(part);
  }
  return succeed(Buffer.concat(parts));
}

function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > MOST_DEPTH) return false;
  const items = Object.values(value);
  return items.length <= MOST_ITEMS && items.every((item) => isWithin(item, depth + 1));
}

/** No database keeps a NUL or half of a pair in text. */
function isWritable(value: unknown): boolean {
  if (typeof value === 'string') return !/[\0\p{Surrogate}]/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, item]) => isWritable(name) && isWritable(item));
}
