import { fail } from '../core/result.ts';

/** A refusal of bytes that break the format; `detail` says where and how, for whoever made the file. */
export function damaged(detail: string) {
  return fail({ kind: 'pack-damaged' as const, detail });
}
