import * as fc from 'fast-check';
import metadata from 'libphonenumber-js/metadata.max.json';
import { describe, expect, it } from 'vitest';
import { type PhoneNumber, parsePhone } from './phones.ts';

const refused = { ok: false, problem: { kind: 'not-a-safe-number' } };

describe('a number in a listing (CT-3)', () => {
  it.each<[PhoneNumber, string]>([
    ['+442079460123', 'tel:+442079460123'],
    ['+12125550100', 'tel:+12125550100'],
    ['+254700000', 'tel:+254700000'],
    ['+1234567', 'tel:+1234567'],
    ['+123456789012345', 'tel:+123456789012345'],
    ['+35315001234', 'tel:+35315001234'],
    ['+448451234567', 'tel:+448451234567'],
    [{ code: '116', country: 'KE' }, 'tel:116'],
    [{ code: '112', country: 'ZZ' }, 'tel:112'],
    [{ code: '741741', country: 'US' }, 'tel:741741'],
  ])('%j rings it', (number, href) => {
    expect(parsePhone(number)).toEqual({ ok: true, value: { href } });
  });

  it('is written to where that was asked', () => {
    expect(parsePhone('+442079460123', 'sms')).toEqual({ ok: true, value: { href: 'sms:+442079460123' } });
    expect(parsePhone({ code: '85258', country: 'GB' }, 'sms')).toMatchObject({
      value: { href: 'sms:85258' },
    });
  });

  it.each<[string, PhoneNumber]>([
    ['shows the number of the device', '*#06#'],
    ['wipes a device', '*2767*3855#'],
    ['forwards calls', '**21*+442079460123#'],
    ['runs a code after a number', '+442079460123#'],
    ['a star', '+44207946*123'],
    ['a pause', '+442079460123,1'],
    ['a wait', '+442079460123;1'],
    ['a pause by letter', '+442079460123p1'],
    ['a wait by letter', '+442079460123w1'],
    ['an extension', '+442079460123x12'],
    ['an extension as a parameter', '112;ext=1'],
    ['a parameter that sends it elsewhere', '+442079460123;phone-context=evil.test'],
    ['a link already', 'tel:+442079460123'],
    ['a link to a premium number', 'tel:+19005550100'],
    ['no country', '02079460123'],
    ['no plus', '442079460123'],
    ['two pluses', '++442079460123'],
    ['a country code of zero', '+042079460123'],
    ['spaces', '+44 20 7946 0123'],
    ['a hyphen', '+44-2079460123'],
    ['too few digits', '+123456'],
    ['too many digits', '+1234567890123456'],
    ['digits of another script', '+٤٤٢٠٧٩٤٦٠١٢٣'],
    ['digits that are wider', '+４４２０７９４６０１２３'],
    ['a line break', '+442079460123\n'],
    ['an encoded hash', '+442079460123%23'],
    ['words', 'TO BE VERIFIED'],
    ['nothing', ''],
    ['a short code of one digit', { code: '1', country: 'KE' }],
    ['a short code of seven digits', { code: '1234567', country: 'KE' }],
    ['a short code that runs a command', { code: '*31#', country: 'KE' }],
    ['a short code with a parameter', { code: '112;ext=1', country: 'ZZ' }],
    ['a short code with a plus', { code: '+112', country: 'KE' }],
    ['a short code without its country', { code: '116', country: '' }],
    ['a short code with a country in words', { code: '116', country: 'Kenya' }],
    ['a short code with a country in small letters', { code: '116', country: 'ke' }],
  ])('%s: never a link', (_, number) => {
    expect(parsePhone(number)).toEqual(refused);
    expect(parsePhone(number, 'sms')).toEqual(refused);
  });

  it.each([
    ['US and Canada 900', '+19005550100'],
    ['US 976', '+19765550100'],
    ['UK 09', '+449011234567'],
    ['UK 0906', '+449061234567'],
    ['UK 070', '+447012345678'],
    ['France 0899', '+33899123456'],
    ['France 0892', '+33892123456'],
    ['Germany 0900', '+499001234567'],
    ['Germany 0137', '+491379123456'],
    ['Spain 803', '+34803123456'],
    ['Spain 905', '+34905123456'],
    ['Ireland 1550', '+3531550123456'],
    ['Italy 899', '+39899123456'],
    ['Netherlands 0906', '+319061234'],
    ['Australia 1900', '+611900123456'],
    ['New Zealand 0900', '+6490012345'],
    ['Kenya 0900', '+254900223344'],
    ['South Africa 090', '+27901234567'],
    ['Ukraine 0900', '+380900212345'],
    ['Brazil 0900', '+55900123456'],
    ['India 1861', '+911861123456789'],
    ['international premium', '+979123456789'],
  ])('at a premium rate, %s: never a link', (_, number) => {
    expect(parsePhone(number)).toEqual(refused);
  });

  // The countries that have lines here. Nigeria and the Philippines have no such numbers in the plans.
  it.each([
    'AU',
    'BR',
    'CA',
    'DE',
    'FR',
    'GB',
    'IE',
    'IN',
    'IT',
    'KE',
    'NL',
    'NZ',
    'UA',
    'US',
    'ZA',
  ] as const)('CT-3 no number that the plan of %s has at a premium rate is ever a link', (country) => {
    const [callingCode, premium] = premiumIn(country);
    // The UK's 084 and 087 stay: they are no premium rate there (phones.ts says why).
    const numbers = fc.stringMatching(premium).filter((number) => !(country === 'GB' && /^8/.test(number)));
    fc.assert(
      fc.property(numbers, (number) => {
        expect(parsePhone(`+${callingCode}${number}`), number).toEqual(refused);
      }),
      { numRuns: 300 },
    );
  });

  it('is only ever digits after the scheme, whatever the text', () => {
    const character = fc.constantFrom(...'+0123456789*#,;pw=');
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: character, maxLength: 16 }));
    const numbers = fc.oneof(texts, fc.record({ code: texts, country: fc.constantFrom('KE', 'ZZ') }));
    fc.assert(
      fc.property(numbers, fc.constantFrom('tel' as const, 'sms' as const), (number, scheme) => {
        const link = parsePhone(number, scheme);
        if (link.ok) expect(link.value.href).toMatch(/^(tel|sms):(\+[1-9]\d{6,14}|\d{2,6})$/);
      }),
      { numRuns: 1000 },
    );
  });
});

const PREMIUM_RATE = 3;

/** A country's calling code, and what numbers at a premium rate look like in its plan, as libphonenumber has it. */
function premiumIn(country: keyof typeof metadata.countries): [string, RegExp] {
  const plan = metadata.countries[country] as unknown as readonly [string, ...unknown[]];
  const kinds = plan[11] as readonly ([string] | 0)[];
  const pattern = kinds[PREMIUM_RATE];
  if (!pattern) throw new Error(`tests: the plan of ${country} names no premium rate`);
  return [plan[0], new RegExp(`^(?:${pattern[0]})$`)];
}
