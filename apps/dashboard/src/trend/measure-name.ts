import { signalTitle } from '@clarity-keep/core';
import type { Measure } from '../address/address.ts';

export function measureName(measure: Measure): string {
  return measure === 'sessions' ? 'Sessions' : signalTitle(measure);
}
