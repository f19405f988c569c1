import { expect, it } from 'vitest';
import { XSS_PAYLOADS, XSS_TEXTS } from '../fixtures/hostile/xss-payloads.ts';

// What the stories of CT-1 stand on: a journey through several screens is told of texts, and of no payload less.

it('CT-1 there are two hundred payloads or more, and each is in one of the texts', () => {
  expect(XSS_PAYLOADS.length).toBeGreaterThanOrEqual(200);
  expect(XSS_PAYLOADS.filter((payload) => !XSS_TEXTS.some((text) => text.includes(payload)))).toEqual([]);
});
