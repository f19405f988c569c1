import { encodeQR } from 'qr';

/** The light border that a reader needs, in modules (ISO/IEC 18004, 6.3.8). */
export const QUIET_ZONE = 4;

/** The smallest code that holds the text, row by row: dark is true, the light border included. 15 of 100 may be lost. */
export function qrModules(text: string): boolean[][] {
  return encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
}
