import { timeZoneSchema } from '@clarity-keep/core';

/** The time zone of this machine, or UTC when it has no named one. */
export function machineTimeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return timeZoneSchema.safeParse(timeZone).success ? timeZone : 'UTC';
}

/**
 * The time zones that match a search term, this machine's own first. A name that the runtime knows but does not
 * list, such as `Asia/Kolkata`, matches itself.
 */
export function findTimeZones(term: string, own: string): string[] {
  const wanted = term.trim().replaceAll(/\s+/g, '_');
  const listed = new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  const found = [...listed].filter((zone) => zone.toLowerCase().includes(wanted.toLowerCase()));
  return found.length === 0 && timeZoneSchema.safeParse(wanted).success ? [wanted] : found;
}
