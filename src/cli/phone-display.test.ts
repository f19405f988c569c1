import { expect, test } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { withPhoneDisplay } from './phone-display.ts';

const shownOf = (channel: object) =>
  withPhoneDisplay(listingOf({ channels: [channel] })).channels[0]?.display;

test('a number is shown as its country groups it', () => {
  expect(shownOf({ type: 'phone', value: '+448082000247' })).toBe('0808 200 0247');
});

test('CT-3 the number shown is always the one that would be dialled, whatever a file says', () => {
  expect(shownOf({ type: 'phone', value: '+448082000247', display: '0800 1111' })).toBe('0808 200 0247');
  expect(shownOf({ type: 'phone', value: { code: '116', country: 'KE' }, display: '999' })).toBe('116');
});
