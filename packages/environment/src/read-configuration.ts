import type { ProjectConfiguration } from './project-configuration.ts';
import { projectOfEnvironment } from './project-configuration.ts';

/** When the jobs run, in one time zone. */
export interface Schedule {
  /** `HH:MM`. */
  collectAt: string;
  /** `HH:MM`. */
  reportAt: string;
  reportOn: Weekday;
  timeZone: string;
}

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof weekdays)[number];

/** All projects and when they are worked on. */
export interface Configuration {
  projects: readonly ProjectConfiguration[];
  schedule: Schedule;
  /** Up to so many seconds are waited between two projects. */
  jitterSeconds: number;
}

export const defaultSchedule: Schedule = {
  collectAt: '05:15',
  reportAt: '07:30',
  reportOn: 'monday',
  timeZone: 'UTC',
};

/** The projects of `clarity-keep.json`, or else the one of the environment. */
export function readConfiguration({
  projectId,
  timeZone,
}: {
  projectId: string | undefined;
  timeZone: string | undefined;
}): Configuration {
  return {
    projects: projectId === undefined ? [] : [projectOfEnvironment(projectId, timeZone)],
    schedule: defaultSchedule,
    jitterSeconds: 2,
  };
}
