import { describe, expect, test } from 'vitest';
import { needsNamedIn, type Vocabulary } from './vocabulary.ts';

const english: Vocabulary = {
  'home.emergency': {
    label: 'A place to sleep tonight',
    words: ['nowhere to sleep', 'homeless', 'kicked out'],
  },
  'home.refuge': { label: 'A safe house', words: ['refuge', 'shelter'] },
  'help.trafficking': {
    label: 'Help if you were trafficked',
    words: ['he took my passport', 'took my documents'],
  },
  'law.immigration': { label: 'Papers and immigration', words: ['papers', 'visa', 'passport'] },
  'mind.counselling': { label: 'Counselling', words: ['talk to someone'] },
};
const verbs: Vocabulary = {
  'safe.escape': { label: 'Toka kwenye hatari', words: ['*nipiga', '*ضربني'] },
  'safe.crisis-line': { label: 'Ongea na mtu', words: [] },
  'law.immigration': { label: 'Makaratasi', words: ['immigration'] },
};
const arabic: Vocabulary = {
  'law.immigration': { label: 'الأوراق والإقامة', words: ['لا أملك أوراق', 'أوراق'] },
  'home.refuge': { label: 'بيت آمن', words: ['ملجأ', 'المأوى'] },
};
const thai: Vocabulary = { 'home.refuge': { label: 'บ้านพักฉุกเฉิน', words: ['ไม่มีที่นอน'] } };

describe('the needs that a text names', () => {
  test.each([
    ['I have nowhere to sleep', english, ['home.emergency']],
    ['HE TOOK MY PASSPORT!!', english, ['help.trafficking']],
    ['he took my passport and papers', english, ['help.trafficking', 'law.immigration']],
    ['papers', english, ['law.immigration']],
    ['my passports', english, ['law.immigration']],
    ['counsel', english, ['mind.counselling']],
    ['i got kicked out and need a shelter', english, ['home.emergency', 'home.refuge']],
    ['sleep', english, []],
    ['vis', english, []],
    ['', english, []],
    ['لا أملك أوراق', arabic, ['law.immigration']],
    ['لا املك الاوراق', arabic, ['law.immigration']],
    ['الملجأ', arabic, ['home.refuge']],
    ['مأوى', arabic, ['home.refuge']],
    ['คืนนี้ไม่มีที่นอน', thai, ['home.refuge']],
  ] as const)('"%s"', (text, vocabulary, needs) => {
    expect(needsNamedIn(text, vocabulary)).toEqual(needs);
  });

  test.each([
    ['ananipiga', ['safe.escape', 'safe.crisis-line']],
    ['amenipiga', ['safe.escape', 'safe.crisis-line']],
    ['wananipigania', []],
    ['nipiga', ['safe.escape', 'safe.crisis-line']],
    ['بيضربني', ['safe.escape', 'safe.crisis-line']],
    ['ضربني', ['safe.escape', 'safe.crisis-line']],
  ] as const)('whoever did it and whenever: "%s"; danger names crisis lines too', (text, needs) => {
    expect(needsNamedIn(text, verbs)).toEqual(needs);
  });

  test.each([
    ['immigation', ['law.immigration']],
    ['immigratoin', ['law.immigration']],
    ['emigration', []],
    ['immmigrasion', []],
  ] as const)('with one letter wrong, but never the first: "%s"', (text, needs) => {
    expect(needsNamedIn(text, verbs)).toEqual(needs);
  });

  test('are six at most', () => {
    const labels = [
      'safe.plan',
      'safe.escape',
      'home.longer',
      'home.rights',
      'law.advice',
      'law.rights',
      'live.work',
    ];
    const same = Object.fromEntries(labels.map((need) => [need, { label: 'help', words: [] }])) as Vocabulary;
    expect(needsNamedIn('help', same)).toHaveLength(6);
  });

  test('a page of text is cut, not read', () => {
    expect(needsNamedIn(`${'x '.repeat(5000)}papers`, english)).toEqual([]);
  });
});
