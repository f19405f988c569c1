import type { ProviderAnswers, ProviderQuestions } from '../../../../core/desk-api.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';

export interface Said {
  readonly answer: 'still-right' | 'changed';
  readonly words: string;
}

/** What is sent: what was answered and nothing else. A change without its words helps nobody. */
export function answersFrom(
  facts: ProviderQuestions['facts'],
  said: Readonly<Record<string, Said>>,
): Result<ProviderAnswers['answers'], 'nothing' | 'words'> {
  const answers = facts.flatMap(({ field }) => {
    const one = said[field];
    if (!one) return [];
    const words = one.words.trim();
    return [{ field, answer: one.answer, ...(one.answer === 'changed' ? { words } : {}) }];
  });
  if (answers.length === 0) return fail('nothing');
  return answers.some(({ words }) => words === '') ? fail('words') : succeed(answers);
}
