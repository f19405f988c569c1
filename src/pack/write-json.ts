/// <reference path="../core/platform.d.ts" />
/** JSON in UTF-8 without spaces; the same value with its keys in the same order gives the same bytes. */
export function writeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
