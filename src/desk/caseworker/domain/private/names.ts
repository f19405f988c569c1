import { joined, type PlainRange } from './range.ts';

/** A word after which a name comes. */
interface Cue {
  readonly before: RegExp;
  /** After a title only a capital letter tells a name from another word; in Arabic, which has none, any word is taken. */
  readonly needsCapital: boolean;
}

const cue = (before: string, { needsCapital = false, flags = 'giu' } = {}): Cue => ({
  before: new RegExp(String.raw`(?<!\p{L})(?:${before})(?!\p{L})`, flags),
  needsCapital,
});
const title = (before: string): Cue => cue(before, { needsCapital: true, flags: 'gu' });

const PERSON =
  'she|he|they|who|client|woman|girl|man|boy|child|baby|daughter|son|sister|brother|mother|father|mum|mom|dad|husband|wife|partner|friend|boyfriend|girlfriend';

const CUES: readonly Cue[] = [
  cue("(?:real |full |first |last |middle |birth |maiden |sur|nick)?names?(?: is| was|[’']s|:| are)"),
  cue(`(?:${PERSON})(?: is| was| are|[’']s) (?:called|named)`),
  cue(String.raw`i(?: a|[’'])m called|goes by|also known as|a\.?k\.?a\.?`),
  title(String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sr)\.?`),

  cue('me llamo|(?:se|te) llama(?:ba)?|nombre(?: completo| real)?(?: es| era|:)|apellidos?(?: es| son|:)'),
  title(String.raw`(?:Sra?|Srta|Dra?)\.|Señor(?:a|ita)?|(?:la|el) señor(?:a|ita)?|Don|Doña`),

  cue(
    'jina(?: langu| lake| lao| kamili| la mteja)?(?: ni|:)|(?:ni|a|wa|u)?naitwa|aitwaye|anayeitwa|ajulikanaye kama',
  ),
  title(String.raw`Bwana|Bw\.|Bibi|Bi\.|Mama|Baba|Mzee|Dada|Kaka|Mwalimu|Daktari|Dkt\.`),

  cue(
    'و?(?:اسمي|اسمها|اسمه|الاسم|اسم (?:العميلة|العميل|المرأة|الطفل|الطفلة))(?: الكامل| الحقيقي)?(?: هو| هي)?:?',
  ),
  cue('[تي]دعى|(?:ال)?(?:سيد|سيدة|آنسة|أستاذ|أستاذة|دكتور|دكتورة)'),
];

// What comes after those words and is no name.
const NO_NAMES = new Set(
  `not unknown withheld private secret confidential on in at a an the never kept hidden known protected safe too very
  also being spelt spelled correct wrong different there to and is was what missing needed required no none asked given
  back in out off up again twice today yesterday tomorrow us me her him them used changed by after when if because
  only for of from with it still
  a al por desde con cuando si no para antes después primero en la el lo las los una un cada de del gratis que y o
  desconocido privado secreto confidencial este esta eso
  siri halijulikani halitajwi nani hilo la ya kwa na wa ni huyo kila
  غير ليس ليست لا لم لن مجهول سري محفوظ مخفي هنا هو هي في على من إلى مع عن أن إن التي الذي الذين كانت كان قالت قال تريد
  يريد جاءت جاء تحتاج يحتاج نفسها نفسه و أو ثم حسب عند بعد قبل`
    .trim()
    .split(/\s+/),
);

const WORD = String.raw`\p{L}[\p{L}\p{M}'’-]*`;
const FIRST = new RegExp(String.raw`^[\s"“”'‘’«(]*(${WORD})`, 'u');
// Further names of the same person, where capitals tell them.
const FURTHER = /^(?:[ -](?:(?:de|del|la|bin|binti|al|el|van|von)[ -])*\p{Lu}[\p{L}\p{M}'’-]*){0,3}/u;

/** Names after words that announce one. The name alone, without the words before it. */
export function nameRanges(text: string): PlainRange[] {
  return joined(
    CUES.flatMap(({ before, needsCapital }) =>
      [...text.matchAll(before)].flatMap(({ index, 0: words }) => {
        const end = index + words.length;
        const [lead, name] = FIRST.exec(text.slice(end)) ?? [];
        if (lead === undefined || name === undefined || lead === name) return [];
        if (NO_NAMES.has(name.toLowerCase()) || (needsCapital && !/^\p{Lu}/u.test(name))) return [];
        const from = end + lead.length - name.length;
        const further = FURTHER.exec(text.slice(end + lead.length))?.[0] ?? '';
        return [{ from, to: end + lead.length + further.length }];
      }),
    ),
  );
}
