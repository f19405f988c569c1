import { decodeQR } from 'qr/decode.js';

// A file of its own, the largest of the later ones: only who receives a list runs it.

/** What a QR code in the picture says; null where there is none that can be read. */
export function textIn(picture: ImageData): string | null {
  try {
    return decodeQR(picture);
  } catch {
    // Its way of saying that it found nothing, or nothing whole.
    return null;
  }
}
