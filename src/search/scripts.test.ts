import { describe, expect, test } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { openListings } from '../../tests/fixtures/open-listings.ts';
import { EMPTY_QUERY } from './query.ts';
import { search } from './search.ts';
import { termsOf } from './words.ts';

// Written so, typed otherwise, and why people do. Both must be the same terms.
const SAME: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  Arabic: [
    ['أمان', 'امان', 'hamza on alef is left out on most keyboards'],
    ['إقامة', 'اقامه', 'hamza under alef, and the dots of teh marbuta, are left out'],
    ['آمن', 'امن', 'madda is left out'],
    ['مأوى', 'ماوي', 'alef maksura and yeh are one letter to Egyptians'],
    ['مُسَاعَدَة', 'مساعدة', 'vowels are written only in schoolbooks and scripture'],
    ['مســاعدة', 'مساعدة', 'tatweel only stretches a word'],
    ['ﻣﺴﺎﻋﺪة', 'مساعدة', 'forms of letters as old programs stored them'],
    ['رقم ١١٦', 'رقم 116', 'digits of the east and of the west'],
    ['ٱلأمان', 'الأمان', 'alef wasla is written in scripture'],
  ],
  Persian: [
    ['کمک', 'كمك', 'Arabic keyboards have the Arabic kaf'],
    ['یاری', 'ياري', 'Arabic keyboards have the Arabic yeh'],
    ['خانه‌ها', 'خانهها', 'the zero-width non-joiner is a key that phones hide'],
    ['خانۀ امن', 'خانه امن', 'hamza on heh is left out'],
    ['شمارهٔ ۱۲۳', 'شماره 123', 'the same by another character; digits of Iran'],
    ['آزار', 'ازار', 'madda is left out'],
  ],
  Urdu: [
    ['پناہ گاہ', 'پناه گاه', 'Arabic and Persian keyboards have another heh'],
    ['مدد کے لیے', 'مدد كے لیے', 'Arabic keyboards have the Arabic kaf'],
    ['زیادتی', 'زيادتي', 'Arabic keyboards have the Arabic yeh'],
    ['اُردو', 'اردو', 'vowels are left out'],
    ['نمبر ۱۱۲', 'نمبر 112', 'digits'],
  ],
  Hebrew: [
    ['מִקְלָט', 'מקלט', 'points are written only for children and scripture'],
    ['צ׳אט', "צ'אט", 'the geresh is typed as an apostrophe'],
    ['שׁלום', 'שלום', 'the dot of shin is left out'],
    ['קו־חירום', 'קו חירום', 'the joining line is typed as a space'],
  ],
  Cyrillic: [
    ['приём', 'прием', 'Russians write е for ё'],
    ['УБЕЖИЩЕ', 'убежище', 'capitals'],
    ["сім'я", 'сімʼя', 'three characters are used for the Ukrainian apostrophe'],
    ['сім’я', 'сімя', 'Russian keyboards have no apostrophe, so it is left out'],
    ['ґвалт', 'гвалт', 'the letter was forbidden for decades and is missing on Russian keyboards'],
    ['її', 'іі', 'the dots are left out'],
  ],
  Greek: [
    ['βοήθεια', 'βοηθεια', 'the accent is left out when typing fast'],
    ['ΒΟΗΘΕΙΑ', 'βοήθεια', 'capitals have no accent'],
    ['ξενώνας', 'ξενωνασ', 'the other sigma at the end is left out'],
    ['προϊόν', 'προιον', 'two marks at once'],
    ['ὕβρις', 'υβρις', 'old spelling with breathings'],
  ],
  Devanagari: [
    ['हिंदी', 'हिन्दी', 'both spellings are taught: the dot, or the nasal and its sign'],
    ['संपर्क', 'सम्पर्क', 'the same before p'],
    ['माँ', 'मां', 'the moon is written as a dot, by habit and above high vowels by rule'],
    ['ज़रूरत', 'जरूरत', 'the dot below is left out'],
    ['क़ानून', 'क़ानून', 'the letter with its dot as one character, or as two'],
    ['हेल्पलाइन १८१', 'हेल्पलाइन 181', 'digits'],
  ],
  Bengali: [
    ['বাড়ি', 'বাড়ি', 'the letter with its dot as one character, or as two'],
    ['সাহায্যো', 'সাহায্যো', 'the vowel sign as one character, or as its halves'],
    ['হঠাৎ', 'হঠাত্', 'khanda ta, or ta with its sign as older texts have it'],
    ['নম্বর ১০৯', 'নম্বর 109', 'digits'],
  ],
  Tamil: [
    ['கொடுமை', 'கொடுமை', 'the vowel sign as one character, or as its halves'],
    ['உதவி\u200c எண்', 'உதவி எண்', 'an invisible non-joiner'],
    ['எண் ௧௮௧', 'எண் 181', 'digits, which few still write'],
  ],
  Thai: [
    ['แม่', 'เเม่', 'the short sign typed twice looks like the other'],
    ['นำ', 'นํา', 'sara am as one character, or as its two parts'],
    ['โทร ๑๓๐๐', 'โทร 1300', 'digits'],
  ],
  Khmer: [
    ['បណ្ដុះ', 'បណ្តុះ', 'two feet that look the same'],
    ['ជំនួយ\u200bច្បាប់', 'ជំនួយច្បាប់', 'the invisible space between words is left out'],
    ['លេខ ១២៨៨', 'លេខ 1288', 'digits'],
  ],
  Burmese: [
    ['ဝါ', '၀ါ', 'the digit zero is typed for the letter that looks like it'],
    ['ရှိ', '၇ှိ', 'and seven for another'],
    ['ဉ်', 'ဥ်', 'a vowel is typed for the letter that looks like it'],
    ['ဖုန်း ၁၂၃', 'ဖုန်း 123', 'digits'],
  ],
  Ethiopic: [
    ['ሠራተኛ', 'ሰራተኛ', 'two letters for one sound'],
    ['ሐኪም', 'ሀኪም', 'three for another'],
    ['ኀይል', 'ሀይል', 'the third of them'],
    ['ዐይን', 'አይን', 'two for the vowel'],
    ['ፀሐይ', 'ጸሀይ', 'two more'],
  ],
  Chinese: [
    ['电话１２３', '电话123', 'digits as wide as a character'],
    ['ＯＫ家', 'ok家', 'letters as wide as a character'],
    ['⽔', '水', 'a part of characters that looks like one'],
  ],
  Japanese: [
    ['ｼｪﾙﾀｰ', 'シェルター', 'half-wide characters of old systems'],
    ['シェルター', 'しぇるたー', 'typed before it is changed into the other row'],
    ['が', 'か\u3099', 'voicing as one character, or as two'],
    ['〒１０２', '102', 'wide digits'],
  ],
  Korean: [
    ['쉼터', '쉼터'.normalize('NFD'), 'syllables, or their letters as some systems store them'],
    ['ＤＶ 상담', 'dv 상담', 'wide letters'],
  ],
  Vietnamese: [
    ['Đường dây', 'duong day', 'marks are left out in messages'],
    ['hỗ trợ', 'hô trơ', 'some of them are'],
    ['Tiếng', 'Tiếng'.normalize('NFD'), 'letters with their marks as one character, or as three'],
  ],
  'Latin of others': [
    ["ng'ambo", 'ngambo', 'Swahili is typed without its apostrophe'],
    ['ng’ombe', "ng'ombe", 'a curved apostrophe from a computer'],
    ["don't", 'dont', 'left out'],
    ['Işık', 'isik', 'Turkish on another keyboard'],
  ],
};

// These look alike to a program and are different words to their readers.
const APART: readonly (readonly [string, string, string])[] = [
  ['लड़की', 'लड़का', 'vowel signs are letters'],
  ['لڑکی', 'لڑکے', 'the two Urdu yehs are a girl and boys'],
  ['ปา', 'ป่า', 'a Thai tone makes another word'],
  ['が', 'か', 'voicing makes another word'],
  ['쉼', '섬', 'so does a vowel'],
  ["l'aide", 'laide', 'a French article is not a part of its word'],
  ["women's", 'womens', 'an English ending is no part either'],
  ['١١٩٥', '١١٩٦', 'numbers are never taken for one another'],
  ['၁၀လမ်း', '၁ဝလမ်း', 'ten before a Burmese word stays ten'],
];

// In a list so, looked for so, and why it must be found.
const FOUND: readonly (readonly [string, string, string, string])[] = [
  ['Arabic', 'بيت الأمان', 'امان', 'without the article'],
  ['Arabic', 'بيت أمان', 'الامان', 'with the article'],
  ['Arabic', 'مأوى للنساء', 'نساء', 'without "for the"'],
  ['Arabic', 'مأوى للنساء', 'النساء', 'with the article for "for the"'],
  ['Arabic', 'الصحة والمساعدة', 'مساعدة', 'without "and the"'],
  ['Arabic', 'العلاج بالمستشفى', 'المستشفي', 'with the article for "in the"'],
  ['Persian', 'خانه‌های امن', 'خانه', 'the beginning of a joined word'],
  ['Urdu', 'پناہ گاہیں', 'پناه گاه', 'the beginning, from another keyboard'],
  [
    'Hebrew',
    'קו טלפונים לנשים',
    'טלפון',
    'a word is the beginning of its plural, though its last letter looks otherwise',
  ],
  ['Hebrew', 'מקלטים', 'מקלט', 'the beginning'],
  ['Cyrillic', 'Телефон доверия', 'довирия', 'one wrong letter'],
  ['Greek', 'Γραμμή βοήθειας', 'βοηθεια', 'the beginning, without its accent'],
  ['Devanagari', 'महिला हेल्पलाइन', 'महीला', 'one wrong vowel sign'],
  ['Bengali', 'সরকারি সাহায্য', 'সরকারী', 'both endings are in use'],
  ['Tamil', 'பெண்கள் உதவி எண்', 'பெண்', 'the beginning'],
  ['Thai', 'บ้านพักฉุกเฉินสำหรับผู้หญิง', 'ผู้หญิง', 'the middle of what has no spaces'],
  ['Khmer', 'មជ្ឈមណ្ឌលជំនួយស្ត្រី', 'ស្ត្រី', 'the same'],
  ['Burmese', 'အမျိုးသမီးကူညီရေး', 'ကူညီ', 'the same'],
  ['Ethiopic', 'የሴቶች መጠለያ', 'መጠለያ', 'a word'],
  ['Chinese', '反家暴庇护所', '庇护', 'the middle'],
  ['Japanese', '女性相談支援センター', '相談', 'the middle'],
  ['Japanese', '女性相談支援センター', 'せんたー', 'in the other row'],
  ['Korean', '성폭력상담소', '상담소', 'the end of what is written together'],
  ['Korean', '성폭력상담소', '성폭력 상담소', 'with a space that the name does not have'],
  ['Korean', '쉼터', '쉼', 'the first syllable, while she types'],
  ['Vietnamese', 'Đường dây nóng', 'duong day nong', 'without marks'],
];

describe.each(Object.entries(SAME))('%s is compared as people write it', (_script, pairs) => {
  test.each(pairs)('%s is %s: %s', (written, typed) => {
    expect(termsOf(written)).toEqual(termsOf(typed));
    expect(termsOf(written)).not.toEqual([]);
  });
});

test.each(APART)('%s is not %s: %s', (one, other) => {
  expect(termsOf(one)).not.toEqual(termsOf(other));
});

test.each(FOUND)('%s: "%s" is found by "%s": %s', (_script, name, text) => {
  const index = openListings([listingOf({ name }), listingOf({ name: 'Quay Trust' })]);
  const { hits } = search(
    index,
    { ...EMPTY_QUERY, text },
    { instant: Date.parse('2026-11-21T12:00Z'), limit: 5 },
  ).all;
  expect(hits.map((hit) => hit.name)).toEqual([name]);
});
