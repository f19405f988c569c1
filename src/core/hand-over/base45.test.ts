import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase45, toBase45 } from './base45.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('C5 base45', () => {
  // RFC 9285, sections 4.3 and 4.4.
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ])('writes %j as in the standard', (text, written) => {
    expect(toBase45(bytesOf(text))).toBe(written);
    expect(fromBase45(written)).toEqual(bytesOf(text));
  });

  it.each(['A', 'ABCD', ':::', 'GGX', '::', 'ab8', 'B B\n', 'É00'])('S15 refuses %j', (text) => {
    expect(fromBase45(text)).toBeNull();
  });

  it('takes the largest pair that there is', () => {
    expect(fromBase45('FGW')).toEqual(Uint8Array.of(0xff, 0xff));
  });

  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fromBase45(toBase45(bytes))).toEqual(bytes);
      }),
    );
  });
});
