import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

// A PDF as another program reads it.

export interface PrintedPage {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

const MILLIMETRES_A_POINT = 25.4 / 72;

export async function readPdf(bytes: Uint8Array): Promise<{ title: string; pages: PrintedPage[] }> {
  const pdf = await opened(bytes);
  const pages: PrintedPage[] = [];
  for (let at = 1; at <= pdf.numPages; at++) {
    const page = await pdf.getPage(at);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    pages.push({ width: width * MILLIMETRES_A_POINT, height: height * MILLIMETRES_A_POINT, text });
  }
  const { info } = await pdf.getMetadata();
  return { title: (info as { Title?: string }).Title ?? '', pages };
}

/** A page as a PNG, for a person to look at. */
export async function pictureOf(bytes: Uint8Array, page = 1): Promise<Buffer> {
  const pdf = await opened(bytes);
  const one = await pdf.getPage(page);
  const viewport = one.getViewport({ scale: 1.5 });
  const factory = pdf.canvasFactory as {
    create(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
  };
  const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await one.render({ canvas, canvasContext: context, viewport }).promise;
  return (canvas as unknown as { toBuffer(type: string): Buffer }).toBuffer('image/png');
}

function opened(bytes: Uint8Array) {
  // It takes the bytes for itself: a copy, so that they can be read again.
  return getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
}
