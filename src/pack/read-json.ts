/// <reference path="../core/platform.d.ts" />
import { fail, type Result, succeed } from '../core/result.ts';

/** Reads JSON in UTF-8. The problem is one word: what the bytes are not. */
export function readJson(bytes: Uint8Array): Result<unknown, 'not UTF-8' | 'not JSON'> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('not UTF-8');
  }
  try {
    return succeed(JSON.parse(text));
  } catch {
    return fail('not JSON');
  }
}
