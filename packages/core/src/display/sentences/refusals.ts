/** Why a number is not compared with an earlier one. */
export type ComparisonRefusal = 'too-few-days' | 'too-few-sessions' | 'unknown' | 'from-zero';

/** What stands in the place of a change that is not given. */
export function refusalText(
  refusal: ComparisonRefusal | null,
  { thisWeek }: { thisWeek: number | null },
): string {
  switch (refusal) {
    case 'from-zero':
      return thisWeek === 0 ? 'unchanged' : 'none the week before';
    case 'too-few-sessions':
      return 'too few visits to compare';
    case 'too-few-days':
    case 'unknown':
    case null:
      return 'not comparable';
  }
}
