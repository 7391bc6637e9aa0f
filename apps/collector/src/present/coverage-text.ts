import type { Day, DayState } from '@clarity-keep/core';
import type { CoverageAnswer } from '@clarity-keep/queries';
import { answerTable } from './answer-table.ts';
import type { Screen } from './screen.ts';

const marks: Record<DayState, string> = {
  complete: 'C',
  estimated: 'E',
  truncated: 'T',
  missing: '.',
};

const LEGEND = 'C complete   E estimated   T truncated   . missing';

/** Columns of the longest breakdown, and of one day with its gap. */
const NAME_WIDTH = 20;
const DAY_WIDTH = 4;

/** Breakdowns by days, one block per month or as many days as fit. */
export function coverageText({ rows }: CoverageAnswer, screen: Screen): string {
  const days = [...new Set(rows.map(({ day }) => day))];
  const breakdowns = [...new Set(rows.map(({ breakdown }) => breakdown))];
  const states = new Map(rows.map(({ day, breakdown, state }) => [`${day} ${breakdown}`, state]));
  const perBlock = Math.max(1, Math.floor((screen.columns - NAME_WIDTH) / DAY_WIDTH));
  const blocks = monthBlocks(days, perBlock).map((block) =>
    answerTable<string>(
      screen,
      [
        { head: block[0]?.slice(0, 7) ?? '', cell: (breakdown) => breakdown },
        ...block.map((day) => ({
          head: day.slice(8),
          align: 'right' as const,
          cell: (breakdown: string) => marks[states.get(`${day} ${breakdown}`) ?? 'missing'],
        })),
      ],
      breakdowns,
    ),
  );
  return [...blocks, LEGEND].join('\n\n');
}

function monthBlocks(days: readonly Day[], perBlock: number): Day[][] {
  const blocks: Day[][] = [];
  for (const day of days) {
    const block = blocks.at(-1);
    const first = block?.[0];
    if (block !== undefined && first?.slice(0, 7) === day.slice(0, 7) && block.length < perBlock) {
      block.push(day);
    } else blocks.push([day]);
  }
  return blocks;
}
