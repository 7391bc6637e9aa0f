import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** A calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

export const daySchema = z.iso.date({ error: 'Expected a day as YYYY-MM-DD.' });

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Days from `from` to `to`, both included; empty when `to` is before `from`. */
export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** How many days the inclusive range `from`..`to` holds. */
export function countDays(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1;
}
