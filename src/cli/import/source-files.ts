import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';

/** One file of a source. It can be opened again and again, and is never copied to disk. */
export interface SourceFile {
  /** As in the folder or the zip. */
  readonly name: string;
  open(): Promise<Readable>;
}

// An export of a whole directory has three files a listing.
const MOST_FILES = 100_000;

/** The files of a path: itself, those of a folder, or those of a zip. Undefined where there is nothing. */
export async function sourceFiles(path: string): Promise<readonly SourceFile[] | undefined> {
  if (!existsSync(path)) return undefined;
  if (statSync(path).isDirectory()) return folderFiles(path);
  const file = diskFile(path, basename(path));
  return (await isZip(file)) ? zipFiles(path) : [file];
}

function diskFile(path: string, name: string): SourceFile {
  return { name, open: async () => createReadStream(path) };
}

function folderFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .slice(0, MOST_FILES)
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((path) => diskFile(path, relative(folder, path)));
}

async function isZip(file: SourceFile): Promise<boolean> {
  for await (const chunk of await file.open())
    return (chunk as Buffer).subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
  return false;
}

async function zipFiles(path: string): Promise<SourceFile[]> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    // Without autoClose the entries stay readable; the process ends with the command.
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    );
  });
  return new Promise((resolve, reject) => {
    const files: SourceFile[] = [];
    zip.on('entry', (entry: yauzl.Entry) => {
      if (!entry.fileName.endsWith('/') && files.length < MOST_FILES)
        files.push({ name: entry.fileName, open: () => openEntry(zip, entry) });
      zip.readEntry();
    });
    zip.on('end', () => resolve(files));
    zip.on('error', reject);
    zip.readEntry();
  });
}

function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
