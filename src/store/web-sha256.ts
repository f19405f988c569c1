import { toHex } from '../pack/to-hex.ts';

/** In hexadecimal, by the browser, in a worker or a page. */
export async function webSha256(bytes: Uint8Array): Promise<string> {
  // The web's types ask for bytes that are not shared between threads; none of ours are.
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}
