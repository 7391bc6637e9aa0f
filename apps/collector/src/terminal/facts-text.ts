import type { FactCounts } from '@clarity-keep/db';
import { countText } from './numbers.ts';

export function factsText({ inserted, replaced, unchanged }: FactCounts): string {
  return `Day facts: ${countText(inserted)} new, ${countText(replaced)} replaced, ${countText(unchanged)} unchanged.`;
}
