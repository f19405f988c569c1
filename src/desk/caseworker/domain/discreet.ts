import { tellingWordsIn } from '../../../core/telling-words.ts';

/**
 * The words of a text by which somebody else would know what it is about, in whichever language it is: the words that the
 * guide itself never bears (TR-4), and what a deployment or a worker adds.
 */
export function riskyWordsIn(text: string, more: readonly string[] = []): string[] {
  const folded = fold(text);
  const added = more.filter((word) => word.trim() !== '' && folded.includes(fold(word)));
  return [...new Set([...tellingWordsIn(text), ...added])];
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** Every text of a model, wherever it stands. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
