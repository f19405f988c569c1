import { fail, type Result, succeed } from '../core/result.ts';
import { damaged } from './damaged.ts';
import type { PackProblem, SectionInfo } from './format.ts';
import { ENTRY_BYTES, FORMAT_VERSION, HEADER_BYTES, LIMITS, MAGIC } from './format.ts';
import { readEntry } from './section-entry.ts';
import { sectionNames } from './section-names.ts';

/**
 * Reads the table of a pack. Every offset, length, name and flag has been judged when it returns, so that a section
 * can be cut out without further checks; hashes have not: `readSection` does that.
 */
export function openPack(bytes: Uint8Array): Result<{ readonly sections: SectionInfo[] }, PackProblem> {
  if (bytes.length > LIMITS.packBytes) return tooLarge(LIMITS.packBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const header = readHeader(view);
  if (!header.ok) return header;
  const count = header.value;
  const sections: SectionInfo[] = [];
  for (let place = 0; place < count; place += 1) {
    const entry = readEntry(view, HEADER_BYTES + ENTRY_BYTES * place);
    if (!entry) return damaged(`section ${place}: name or flags`);
    sections.push(entry);
  }
  const problem = nameProblem(sections) ?? layoutProblem(sections, bytes.length) ?? lengthProblem(sections);
  if (problem) return damaged(problem);
  const rawBytes = sections.reduce((sum, section) => sum + section.rawLength, 0);
  if (rawBytes > LIMITS.rawBytes) return tooLarge(LIMITS.rawBytes);
  const rights = sections.find(({ name }) => name === 'rght');
  if (rights && rights.rawLength > LIMITS.rightsBytes) return tooLarge(LIMITS.rightsBytes);
  return succeed({ sections });
}

function tooLarge(limit: number) {
  return fail({ kind: 'pack-too-large' as const, limit });
}

/** How many sections there are. */
function readHeader(view: DataView): Result<number, PackProblem> {
  if (view.byteLength < HEADER_BYTES) return damaged('shorter than a header');
  for (let place = 0; place < MAGIC.length; place += 1) {
    if (view.getUint8(place) !== MAGIC.charCodeAt(place)) return damaged('not a pack');
  }
  const version = view.getUint16(4, true);
  // Before anything else of the header: a newer version may give every later byte another meaning.
  if (version > FORMAT_VERSION) return fail({ kind: 'pack-too-new', version });
  if (version < FORMAT_VERSION) return damaged(`version ${version}`);
  if (view.getUint16(6, true) !== 0 || view.getUint32(12, true) !== 0) return damaged('reserved bits');
  const count = view.getUint32(8, true);
  if (count > LIMITS.sections) return tooLarge(LIMITS.sections);
  if (HEADER_BYTES + ENTRY_BYTES * count > view.byteLength) return damaged('shorter than its table');
  return succeed(count);
}

// One comparison with the only order there is refuses missing, repeated, unknown and misplaced names alike.
function nameProblem(sections: readonly SectionInfo[]): string | null {
  const hasTowns = sections[3]?.name === 'town';
  const hasRights = sections[hasTowns ? 4 : 3]?.name === 'rght';
  const chunks = sections.length - sectionNames({ hasTowns, hasRights, chunks: 0 }).length;
  if (chunks < 0) return 'a part is missing';
  const expected = sectionNames({ hasTowns, hasRights, chunks });
  const wrong = sections.findIndex((section, place) => section.name !== expected[place]);
  return wrong < 0 ? null : `section ${wrong} is ${sections[wrong]?.name}, not ${expected[wrong]}`;
}

// Each begins where the one before ends: no gap to hide bytes in, no overlap, nothing outside the file.
function layoutProblem(sections: readonly SectionInfo[], fileLength: number): string | null {
  let end = HEADER_BYTES + ENTRY_BYTES * sections.length;
  for (const { name, offset, storedLength } of sections) {
    if (offset !== end) return `${name} does not follow the part before it`;
    end += storedLength;
    if (end > fileLength) return `${name} ends after the file`;
  }
  return end === fileLength ? null : 'bytes after the last section';
}

function lengthProblem(sections: readonly SectionInfo[]): string | null {
  const wrong = sections.find(({ isDeflated, storedLength, rawLength }) =>
    isDeflated ? storedLength >= rawLength : storedLength !== rawLength,
  );
  if (wrong) return `${wrong.name}: lengths or flag`;
  return sections[0]?.isDeflated ? 'meta is deflated' : null;
}
