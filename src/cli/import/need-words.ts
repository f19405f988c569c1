import { isOneOf } from '../../core/codes.ts';
import { NEEDS, type Need } from '../../core/taxonomy.ts';

// Terms of Open Eligibility, and their ids, that mean one of our needs and no other. Broader terms ("Health",
// "Counseling for teens") are left for a person.
const TERMS: Readonly<Record<string, Need>> = {
  'help hotlines': 'safe.crisis-line',
  'help escape violence': 'safe.escape',
  'safe housing': 'home.refuge',
  'emergency shelter': 'home.emergency',
  'help find housing': 'home.longer',
  'short-term housing': 'home.longer',
  'housing advice': 'home.rights',
  'birth control': 'health.pregnancy',
  'family planning': 'health.sexual',
  'addiction & recovery': 'health.substance',
  'individual counseling': 'mind.counselling',
  counseling: 'mind.counselling',
  'psychiatric emergency services': 'mind.mental-health',
  'peer support': 'mind.peer',
  'support groups': 'mind.peer',
  'one-on-one support': 'help.advocate',
  'translation & interpretation': 'help.interpreter',
  'advocacy & legal aid': 'law.advice',
  'citizenship & immigration': 'law.immigration',
  'discrimination & civil rights': 'law.rights',
  'workplace rights': 'report.work',
  'government benefits': 'live.benefits',
  'emergency payments': 'live.benefits',
  'help find work': 'live.work',
  'skills & training': 'live.work',
  'english as a second language (esl)': 'live.education',
};
const IDS: Readonly<Record<string, Need>> = {
  1305: 'safe.crisis-line',
  1124: 'safe.escape',
  1125: 'home.refuge',
  1151: 'home.refuge',
  1121: 'home.emergency',
  1135: 'home.emergency',
  1136: 'home.longer',
  1152: 'home.longer',
  1142: 'home.rights',
  1209: 'health.pregnancy',
  1193: 'health.sexual',
  1178: 'health.substance',
  1304: 'mind.counselling',
  1220: 'mind.counselling',
  1126: 'mind.mental-health',
  1310: 'mind.peer',
  1312: 'mind.peer',
  1309: 'help.advocate',
  1390: 'help.interpreter',
  1375: 'law.advice',
  1381: 'law.immigration',
  1382: 'law.rights',
  1374: 'report.work',
  1256: 'live.benefits',
  1113: 'live.benefits',
  1357: 'live.work',
  1365: 'live.work',
  1326: 'live.education',
};

/** The needs that these words certainly mean: our codes, known terms, and ids written as `oe:1125`. */
export function needsOf(words: readonly string[]): Need[] {
  const needs = words.flatMap((word): Need[] => {
    const text = word.trim().toLowerCase();
    if (isOneOf(NEEDS, text)) return [text];
    const id = /^oe:(\d{4})$/.exec(text)?.[1];
    const need = id ? IDS[id] : Object.hasOwn(TERMS, text) ? TERMS[text] : undefined;
    return need ? [need] : [];
  });
  return [...new Set(needs)];
}
