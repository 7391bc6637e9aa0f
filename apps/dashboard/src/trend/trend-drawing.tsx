import { dayAndMonth } from '@clarity-keep/core';
import { scaleLinear } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';
import type { PointerEvent } from 'react';
import type { Measure } from '../address/address.ts';
import type { Annotation, DailyRow } from '../asking/answers.ts';
import { doneOn } from './annotation.ts';
import { valueOf, valueText } from './daily-row.ts';
import { DayDot } from './day-dot.tsx';
import { DayFlag } from './day-flag.tsx';
import { Holes } from './holes.tsx';
import type { Point } from './split-at-holes.ts';
import { splitAtHoles } from './split-at-holes.ts';
import { tickIndexes } from './tick-indexes.ts';
import styles from './trend-drawing.module.css';

const HEIGHT = 240;
const MARGIN = { top: 12, right: 14, bottom: 26, left: 48 };
const TICKS = 4;

/** Of longer trends only the days that are special get a dot. */
const MOST_DOTS = 70;

/** The line of a trend: it ends where days are missing, and starts again after them. */
export function TrendDrawing({
  rows,
  measure,
  annotations,
  width,
  current,
  onPoint,
}: {
  rows: readonly DailyRow[];
  measure: Measure;
  /** Their days get a flag. */
  annotations: readonly Annotation[];
  /** Pixels. */
  width: number;
  /** The day that is described in words. */
  current: number;
  /** Told the index of the day that a pointer is over. */
  onPoint: (index: number) => void;
}) {
  const values = rows.map((row) => valueOf(row, measure));
  const { runs } = splitAtHoles(values);
  const last = rows.length - 1;
  const right = width - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  const x = scaleLinear({ domain: [0, Math.max(1, last)], range: [MARGIN.left, right] });
  const y = scaleLinear({ domain: [0, most || 1], range: [bottom, MARGIN.top], nice: TICKS });
  const xOf = ({ index }: Point) => x(index);
  const yOf = ({ value }: Point) => y(value);

  const point = (event: PointerEvent<SVGSVGElement>) => {
    const offset = event.clientX - event.currentTarget.getBoundingClientRect().left;
    onPoint(Math.min(last, Math.max(0, Math.round(x.invert(offset)))));
  };
  const isDotted = (run: readonly Point[], index: number) =>
    rows.length <= MOST_DOTS ||
    run.length === 1 ||
    index === current ||
    rows[index]?.state !== 'complete';

  return (
    <svg
      width={width}
      height={HEIGHT}
      className={styles.drawing}
      aria-hidden="true"
      data-testid="trend"
      onPointerMove={point}
      onPointerDown={point}
    >
      {y.ticks(TICKS).map((tick) => (
        <g key={tick}>
          <line x1={MARGIN.left} x2={right} y1={y(tick)} y2={y(tick)} className={styles.grid} />
          <text x={MARGIN.left - 8} y={y(tick)} className={styles.valueLabel}>
            {valueText(tick, measure)}
          </text>
        </g>
      ))}
      <Holes rows={rows} x={x} top={MARGIN.top} bottom={bottom} left={MARGIN.left} right={right} />
      <line x1={x(current)} x2={x(current)} y1={MARGIN.top} y2={bottom} className={styles.cursor} />
      {rows.map(({ day }, index) =>
        doneOn(annotations, day) === null ? null : (
          <DayFlag key={day} x={x(index)} top={MARGIN.top} bottom={bottom} />
        ),
      )}
      {runs.map((run) => (
        <g key={run[0]?.index} data-testid="run">
          <AreaClosed data={run} x={xOf} y={yOf} yScale={y} className={styles.area ?? ''} />
          <LinePath data={run} x={xOf} y={yOf} className={styles.line ?? ''} />
          {run
            .filter(({ index }) => isDotted(run, index))
            .map((one) => (
              <DayDot
                key={one.index}
                x={xOf(one)}
                y={yOf(one)}
                state={rows[one.index]?.state ?? 'complete'}
                isCurrent={one.index === current}
              />
            ))}
        </g>
      ))}
      {tickIndexes(rows.length, width).map((index) => (
        <text
          key={index}
          x={x(index)}
          y={HEIGHT - 8}
          className={styles.dayLabel}
          textAnchor={index === 0 ? 'start' : index === last ? 'end' : 'middle'}
        >
          {dayAndMonth(rows[index]?.day ?? '')}
        </text>
      ))}
    </svg>
  );
}
