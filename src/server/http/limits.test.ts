import { expect, test } from 'vitest';
import { Limits } from './limits.ts';

const NOON = new Date('2026-03-02T12:00:00Z');

test('SV-15 a limit holds for the address that used it up, ends with its window, and says how long that is', () => {
  const limits = new Limits(NOON);
  for (let times = 1; times <= 20; times++) expect(limits.count('sign-in', '203.0.113.7', NOON)).toBe(0);
  expect(limits.count('sign-in', '203.0.113.7', NOON)).toBe(600);
  expect(limits.count('sign-in', '203.0.113.8', NOON)).toBe(0);
  expect(limits.count('enrol', '203.0.113.7', NOON)).toBe(0);
  expect(limits.count('sign-in', '203.0.113.7', new Date(NOON.getTime() + 600_000))).toBe(0);
});

test('SV-15 requests from ever more addresses do not fill the memory, and the newest are still counted', () => {
  const limits = new Limits(NOON);
  for (let address = 0; address < 100_050; address++) limits.count('sign-in', `address ${address}`, NOON);
  expect(limits.size).toBe(100_000);
  for (let times = 2; times <= 20; times++) limits.count('sign-in', 'address 100049', NOON);
  expect(limits.count('sign-in', 'address 100049', NOON)).toBeGreaterThan(0);
});
