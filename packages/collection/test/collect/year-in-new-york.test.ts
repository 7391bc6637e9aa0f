// @module-tag slow
import { describe, it } from 'vitest';
import { expectAYearToHold } from '../support/a-year.ts';

describe('a year of daily runs in America/New_York', () => {
  it('counts every visit once, heals what can be healed, and can be made again from the archive', async () => {
    await expectAYearToHold({ timeZone: 'America/New_York', seed: 2, extras: ['country', 'os'] });
  });
});
