import type { PackProblem } from './format.ts';

/** A refusal of bytes that break the format; `detail` says where and how, for whoever made the file. */
export function damaged(detail: string): { readonly ok: false; readonly problem: PackProblem } {
  return { ok: false, problem: { kind: 'pack-damaged', detail } };
}
