import { displayText } from '@clarity-keep/core';
import { useState } from 'react';
import type { Measure } from '../address/address.ts';
import type { Annotation, DailyRow } from '../asking/answers.ts';
import { doneOn } from './annotation.ts';
import { newestKnown } from './daily-row.ts';
import { dayWords } from './day-words.ts';
import { TrendDrawing } from './trend-drawing.tsx';
import { useWidth } from './use-width.ts';
import styles from './trend-chart.module.css';
import { measureName } from './measure-name.ts';

/**
 * A measure from day to day, and one of the days in words. The slider over the chart is for keyboards and
 * screen readers; mouse and finger point at the drawing.
 */
export function TrendChart({
  rows,
  measure,
  annotations,
}: {
  rows: readonly DailyRow[];
  measure: Measure;
  annotations: readonly Annotation[];
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const [chosenDay, setChosenDay] = useState<string | null>(null);
  const shownDay = chosenDay ?? newestKnown(rows, measure)?.day;
  const found = rows.findIndex(({ day }) => day === shownDay);
  const current = found === -1 ? rows.length - 1 : found;
  const row = rows[current];
  if (row === undefined) return null;
  const words = dayWords(row, measure);
  const done = doneOn(annotations, row.day);
  const doneWords = done === null ? null : `Done: ${displayText(done)}`;
  const choose = (index: number) => setChosenDay(rows[index]?.day ?? null);
  return (
    <div>
      <p className={styles.readout}>
        <span>{words.day}</span> <strong>{words.value}</strong>
        {annotations.length > 0 && <span className={styles.done}>{doneWords}</span>}
      </p>
      <div ref={box} className={styles.box}>
        {width > 0 && (
          <TrendDrawing
            rows={rows}
            measure={measure}
            annotations={annotations}
            width={width}
            current={current}
            onPoint={choose}
          />
        )}
        <input
          type="range"
          className={styles.slider}
          min={0}
          max={rows.length - 1}
          value={current}
          aria-label={`${measureName(measure)}, day by day`}
          aria-valuetext={[`${words.day}: ${words.value}`, doneWords].filter(Boolean).join('. ')}
          onChange={(event) => choose(Number(event.target.value))}
        />
      </div>
    </div>
  );
}
