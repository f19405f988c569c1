import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRIVATE_KINDS, type PrivateKind, privateWords } from './private-words.ts';

const WHEREABOUTS = { countries: ['GB', 'KE', 'US'], today: '2026-11-29' };
const found = (text: string) =>
  privateWords(text, WHEREABOUTS).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);

// Numbers that nobody has: Ofcom's for drama, 555-01xx, and shapes of documents that are never issued.
const WARNED: readonly (readonly [string, string, readonly string[]])[] = [
  // Phones
  ['en', 'Ring her on 020 7946 0123 after six.', ['phone: 020 7946 0123']],
  ['en', 'mobile 07700900123', ['phone: 07700900123']],
  ['en', 'tel:+44 7700 900 123', ['phone: +44 7700 900 123']],
  ['en', '(212) 555-0142 or 555-0199', ['phone: (212) 555-0142', 'phone: 555-0199']],
  ['en', 'Her sister: 0712 345', ['phone: 0712 345']],
  ['en', '00 44 20 7946 0123', ['phone: 00 44 20 7946 0123']],
  ['es', 'Llamar al +1 212 555 0142 por la tarde', ['phone: +1 212 555 0142']],
  ['ar', 'رقمها ٠٢٠ ٧٩٤٦ ٠١٢٣ مساء', ['phone: ٠٢٠ ٧٩٤٦ ٠١٢٣']],
  ['hi', 'शाम को ०२० ७९४६ ०१२३ पर', ['phone: ०२० ७९४६ ०१२३']],
  ['bn', 'ফোন ০২০ ৭৯৪৬ ০১২৩', ['phone: ০২০ ৭৯৪৬ ০১২৩']],
  ['my', 'ဖုန်း ၀၂၀ ၇၉၄၆ ၀၁၂၃', ['phone: ၀၂၀ ၇၉၄၆ ၀၁၂၃']],
  ['sw', 'Mpigie 020-7946-0123 jioni', ['phone: 020-7946-0123']],
  // E-mails
  ['en', 'Write to sample.person+1@example.org, she reads it.', ['email: sample.person+1@example.org']],
  ['en', 'sample (at) example (dot) org', ['email: sample (at) example (dot) org']],
  ['es', 'su correo: persona@example.com.', ['email: persona@example.com']],
  ['ar', 'بريدها sample@example.org', ['email: sample@example.org']],
  ['sw', 'barua pepe: mfano@example.co.ke', ['email: mfano@example.co.ke']],
  // Birthdays
  ['en', 'DOB 12/03/99', ['birth-date: 12/03/99']],
  ['en', 'She was born on the 3rd of March 1999.', ['birth-date: 3rd of March 1999']],
  ['en', 'date of birth: 1999-03-12', ['birth-date: 1999-03-12']],
  ['en', 'born in 1999', ['birth-date: 1999']],
  ['en', 'Birthday 4 May', ['birth-date: 4 May']],
  ['en', '12.03.1999, two children', ['birth-date: 12.03.1999']],
  ['es', 'Nació el 3 de marzo de 1999', ['birth-date: 3 de marzo de 1999']],
  ['es', 'fecha de nacimiento: 03-03-1999', ['birth-date: 03-03-1999']],
  ['ar', 'تاريخ الميلاد: ١٢/٣/١٩٩٩', ['birth-date: ١٢/٣/١٩٩٩']],
  ['ar', 'مواليد 1999', ['birth-date: 1999']],
  ['ar', 'ولدت في ٣ مارس ١٩٩٩', ['birth-date: ٣ مارس ١٩٩٩']],
  ['sw', 'Tarehe ya kuzaliwa: 3 Machi 1999', ['birth-date: 3 Machi 1999']],
  ['sw', 'Alizaliwa mwaka 1999', ['birth-date: 1999']],
  // Names
  ['en', 'Her name is Sample Person and she needs a bed', ['name: Sample Person']],
  ['en', 'my name is sample', ['name: sample']],
  ['en', 'Name: Sample', ['name: Sample']],
  ['en', 'She’s called Sample.', ['name: Sample']],
  ['en', 'The client was called sample', ['name: sample']],
  ['en', 'Spoke to Mrs. Sample-Person, then Dr Muster', ['name: Sample-Person', 'name: Muster']],
  ['en', 'goes by Sam', ['name: Sam']],
  ['es', 'Se llama Muestra García y vive aquí', ['name: Muestra García']],
  ['es', 'me llamo muestra', ['name: muestra']],
  ['es', 'Su nombre es Muestra de la Prueba.', ['name: Muestra de la Prueba']],
  ['es', 'Hablé con la Sra. Prueba y con Don Ejemplo', ['name: Prueba', 'name: Ejemplo']],
  ['ar', 'اسمها مثال وتحتاج سكنا', ['name: مثال']],
  ['ar', 'الاسم: مثال', ['name: مثال']],
  ['ar', 'تحدثت مع السيدة مثال', ['name: مثال']],
  ['sw', 'Jina lake ni Mfano Jaribio.', ['name: Mfano Jaribio']],
  ['sw', 'anaitwa mfano', ['name: mfano']],
  ['sw', 'Niliongea na Mama Mfano leo', ['name: Mfano']],
  // Documents
  ['en', 'Passport no. X1234567', ['document: X1234567']],
  ['en', 'her passport number is 123 456 789', ['document: 123 456 789']],
  ['en', 'NINO ZZ 12 34 56 C', ['document: ZZ 12 34 56 C']],
  ['en', 'SSN 000-12-3456', ['document: 000-12-3456']],
  ['en', 'file A012345678', ['document: A012345678']],
  ['en', 'case number 2024/48213', ['document: 2024/48213']],
  ['en', 'card 0000 0000 0000 0000', ['document: 0000 0000 0000 0000']],
  ['es', 'DNI 00000000T', ['document: 00000000T']],
  ['es', 'pasaporte número AAA000000', ['document: AAA000000']],
  ['es', 'su NIE es X0000000T', ['document: X0000000T']],
  ['ar', 'رقم جواز السفر: A1234567', ['document: A1234567']],
  ['ar', 'الهوية رقم ١٢٣٤٥٦٧٨٩', ['document: ١٢٣٤٥٦٧٨٩']],
  ['sw', 'Kitambulisho namba 12345678', ['document: 12345678']],
  ['sw', 'pasipoti AK0123456', ['document: AK0123456']],
  // Addresses
  ['en', 'Lives at 12 Example Road, E1 6AN', ['address: 12 Example Road', 'address: E1 6AN']],
  ['en', 'near SE15', ['address: SE15']],
  ['en', 'Brooklyn, NY 11201', ['address: NY 11201']],
  ['en', 'pin 51.5074, -0.1278', ['address: 51.5074, -0.1278']],
  ['es', 'Vive en la calle Muestra 12', ['address: calle Muestra 12']],
  ['es', 'código postal 28000', ['address: 28000']],
  ['ar', 'تسكن في شارع المثال ١٢', ['address: شارع المثال ١٢']],
  ['sw', 'Anaishi Barabara ya Mfano 12', ['address: Barabara ya Mfano 12']],
  // Links
  ['en', 'see https://example.org/p?id=1.', ['link: https://example.org/p?id=1']],
  ['en', 'www.example.org/sample', ['link: www.example.org/sample']],
  ['en', 'facebook.com/sample.person', ['link: facebook.com/sample.person']],
  ['en', 'insta @sample_person', ['link: @sample_person']],
  ['es', 'su página: example.es/muestra', ['link: example.es/muestra']],
  ['ar', 'حسابها @sample_person', ['link: @sample_person']],
  ['sw', 'tovuti: example.co.ke', ['link: example.co.ke']],
  // However it is written
  ['en', '０２０ ７９４６ ０１２３', ['phone: ０２０ ７９４６ ０１２３']],
  ['en', 'Ring\u00a0020\u00a07946\u00a00123', ['phone: 020\u00a07946\u00a00123']],
  ['en', '😀 020 79\u200b46 0123 😀', ['phone: 020 79\u200b46 0123']],
];

const NOT_WARNED: readonly (readonly [string, string])[] = [
  ['en', ''],
  ['en', 'Needs a place from Monday 09:00 to 17:00, 2 children, aged 4 and 7.'],
  ['en', 'Call back on 12/12/2026 at 10.30 or 14:30.'],
  ['en', 'Full since 3 March 2026. Next action 2026-12-01.'],
  ['en', 'Rang 116 123 and 999; both answered within 24 hours.'],
  ['en', 'It costs £1,250.50 or 12 500 KES a month.'],
  ['en', 'Between 2019 and 2024 she lived abroad; 2023-2024 in a hostel.'],
  ['en', 'Passport expired in 2024, visa since 2023-2025.'],
  ['en', 'They asked for ID. He called the police, she called the line.'],
  ['en', 'Her name is not known. Their name is kept by the service.'],
  ['en', 'The service is called when she is ready. She was called back.'],
  ['en', 'Dr and nurse on site. Miss no appointment. I miss home.'],
  ['en', 'Ask e.g. for the 2.5 km walk, i.e. version 1.2.3 of the form I-914.'],
  ['en', 'Meet @ 5 pm. 50% of places are full, 12/20 used.'],
  ['en', 'Helps people aged 16-25, room for 12 women and their children'],
  ['en', 'K7, kettle ladder, T1 visa and H1B.'],
  ['en', 'May is fine, March 12 too.'],
  ['es', 'Se llama a la línea a las 9:00; se llama por la mañana.'],
  ['es', 'Nadie preguntó el nombre. Su nombre es secreto.'],
  ['es', 'La señora que vino ayer habla don de gentes.'],
  ['es', 'Necesita alojamiento desde el 3 de diciembre de 2026, 24 horas.'],
  ['es', 'Apoyo en la calle las 24 horas. Llama al 112.'],
  ['ar', 'تحتاج إلى سكن من الاثنين ٩:٠٠ إلى ١٧:٠٠ مع طفلين.'],
  ['ar', 'اسمها غير معروف. السيدة التي جاءت أمس تتكلم الدارية.'],
  ['ar', 'الموعد القادم ١/١٢/٢٠٢٦ الساعة ١٠'],
  ['ar', 'عن طريق الرقم 116'],
  ['sw', 'Anahitaji mahali kuanzia Jumatatu saa 3:00 hadi saa 11:00, watoto 2.'],
  ['sw', 'Jina lake ni siri. Mama mjamzito amepata nafasi.'],
  ['sw', 'Alipiga 1195, saa 24. Tarehe 1/12/2026.'],
];

describe('warning of private words (C3)', () => {
  it.each(WARNED)('C3 %s: %j', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(NOT_WARNED)('C3 %s, no warning: %j', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(['en', 'es', 'ar', 'sw'])('C3 every kind is tried in %s', (language) => {
    const kinds = WARNED.filter(([one]) => one === language).flatMap(([, , told]) =>
      told.map((one) => one.split(':')[0] as PrivateKind),
    );
    expect([...new Set(kinds)].sort()).toEqual([...PRIVATE_KINDS].sort());
  });

  it('C3 knows how numbers are written only in the countries it is told of', () => {
    const text = 'near SE15';
    expect(privateWords(text, { ...WHEREABOUTS, countries: ['KE'] })).toEqual([]);
  });

  it('C3 gives places and kinds, never the words: in order, within the text, none over another', () => {
    const bits = fc.constantFrom(
      ...WARNED.map(([, text]) => text),
      ...NOT_WARNED.map(([, text]) => text),
      '😀',
      'ﷺ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string({ unit: 'binary' })), { maxLength: 6 }), (parts) => {
        const text = parts.join(' ');
        let last = 0;
        for (const range of privateWords(text, WHEREABOUTS)) {
          expect(Object.keys(range).sort()).toEqual(['from', 'kind', 'to']);
          expect(range.from).toBeGreaterThanOrEqual(last);
          expect(range.to).toBeGreaterThan(range.from);
          expect(range.to).toBeLessThanOrEqual(text.length);
          last = range.to;
        }
      }),
    );
  });

  it('C3 finds a phone number or an address of mail anywhere between other words', () => {
    const around = fc.array(fc.constantFrom('she', 'said', 'نعم', 'ndiyo', 'sí', '😀', '12', '.'), {
      maxLength: 5,
    });
    const secret = fc.constantFrom('+44 20 7946 0123', '+1 212 555 0142', 'sample@example.org');
    fc.assert(
      fc.property(around, secret, around, (before, middle, after) => {
        const text = `${before.join(' ')}; ${middle}; ${after.join(' ')}`;
        const at = text.indexOf(middle);
        const ranges = privateWords(text, WHEREABOUTS);
        expect(ranges.some(({ from, to }) => from <= at && to >= at + middle.length)).toBe(true);
      }),
    );
  });

  it('C3 a long text is read, however hostile', () => {
    for (const text of ['1 '.repeat(5_000), 'a@'.repeat(5_000), '('.repeat(10_000), 'name is '.repeat(2_000)])
      expect(() => privateWords(text, WHEREABOUTS)).not.toThrow();
  });
});
