import { describe, expect, it } from 'vitest';
import { exitCodes, worstExitCode } from '../src/index.ts';

describe('the worst of several exit codes', () => {
  it('is the highest, but for a defect', () => {
    const { done, defect, usage, tokenRefused, unavailable } = exitCodes;
    expect(worstExitCode([])).toBe(done);
    expect(worstExitCode([done, done])).toBe(done);
    expect(worstExitCode([usage, unavailable, tokenRefused])).toBe(unavailable);
    expect(worstExitCode([unavailable, defect, done])).toBe(defect);
  });
});
