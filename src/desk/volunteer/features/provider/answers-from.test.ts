import { expect, it } from 'vitest';
import { answersFrom } from './answers-from.ts';

const facts = [
  { field: 'hours', value: null },
  { field: 'cost', value: { value: 'free' } },
  { field: 'name', value: 'Quay' },
];

it('a provider’s answers are what was answered, and words only of what changed (V15)', () => {
  const said = {
    hours: { answer: 'changed', words: ' Mon-Fri 9am-4pm ' },
    cost: { answer: 'still-right', words: 'written and then thought better of' },
  } as const;
  expect(answersFrom(facts, said)).toEqual({
    ok: true,
    value: [
      { field: 'hours', answer: 'changed', words: 'Mon-Fri 9am-4pm' },
      { field: 'cost', answer: 'still-right' },
    ],
  });
});

it('nothing is sent without an answer, nor a change without its words (V15)', () => {
  expect(answersFrom(facts, {})).toEqual({ ok: false, problem: 'nothing' });
  const said = { hours: { answer: 'changed', words: ' ' } } as const;
  expect(answersFrom(facts, said)).toEqual({ ok: false, problem: 'words' });
});
