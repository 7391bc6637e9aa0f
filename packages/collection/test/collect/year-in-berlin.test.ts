// @module-tag slow
import { describe, it } from 'vitest';
import { expectAYearToHold } from '../support/a-year.ts';

describe('a year of daily runs in Europe/Berlin', () => {
  it('counts every visit once, heals what can be healed, and can be made again from the archive', async () => {
    await expectAYearToHold({ timeZone: 'Europe/Berlin', seed: 1, extras: [] });
  });
});
