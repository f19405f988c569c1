import { type Result, succeed } from '../core/result.ts';
import type { PackProblem, Platform, SectionInfo } from './format.ts';
import { readSection } from './read-section.ts';

/**
 * SHA-256 in hexadecimal of what a pack says: of one line a section, its name and the hash of its inflated bytes. Two
 * encoders of DEFLATE write different files of one content (docs/pack-format.md, "Deltas").
 */
export async function contentOf(
  pack: Uint8Array,
  sections: readonly SectionInfo[],
  platform: Platform,
): Promise<Result<string, PackProblem>> {
  let lines = '';
  for (const info of sections) {
    const raw = await readSection(pack, info, platform);
    if (!raw.ok) return raw;
    lines += `${info.name} ${await platform.sha256(raw.value)}\n`;
  }
  return succeed(await platform.sha256(new TextEncoder().encode(lines)));
}
