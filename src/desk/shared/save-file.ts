import type { ExportedFile } from '../../core/export/exported-file.ts';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  ics: 'text/calendar',
  json: 'application/json',
  txt: 'text/plain',
  vcf: 'text/vcard',
};

/** Gives a file to the browser to save, under its own name; it is made here and asked of nobody. */
export function saveFile({ path, text }: ExportedFile): void {
  const ending = path.split('.').at(-1) ?? '';
  saveBlob(new Blob([text], { type: `${TYPES[ending] ?? 'text/plain'};charset=utf-8` }), path);
}

/** Likewise what is sealed, and says nothing of what it is. */
export function saveBytes(bytes: Uint8Array, path: string): void {
  saveBlob(new Blob([bytes.slice()], { type: 'application/octet-stream' }), path);
}

function saveBlob(blob: Blob, path: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = path;
  link.click();
  // The browser has taken hold of it by the next task.
  setTimeout(() => URL.revokeObjectURL(address));
}
