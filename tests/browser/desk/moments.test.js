// Moments as the desk's scripts tell them: as its pages do, wherever the browser is.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { near } from '../../../functions/Lysekil.Desk/Writing/Assets/moments.mjs';

const now = Date.parse('2026-05-04T10:00:00+02:00');

for (const [moment, text] of [
  ['2026-05-04T07:05:00Z', 'i dag 9.05'],
  ['2026-05-03T22:30:00Z', 'i dag 0.30'],
  ['2026-05-03T21:30:00Z', 'i går 23.30'],
  ['2026-01-03T12:00:00Z', '3 januari 2026 kl. 13.00'],
]) {
  it(`tells ${moment} as "${text}"`, () => assert.equal(near(Date.parse(moment), now), text));
}
