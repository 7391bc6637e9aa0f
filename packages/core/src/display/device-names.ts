import { label } from './page-names.ts';

/** By Clarity's name of a device, or that of session records, in lower case. */
const words: Partial<Record<string, { on: string; sessions: string }>> = {
  pc: { on: 'on desktop', sessions: 'desktop sessions' },
  desktop: { on: 'on desktop', sessions: 'desktop sessions' },
  mobile: { on: 'on mobile', sessions: 'mobile sessions' },
  phone: { on: 'on mobile', sessions: 'mobile sessions' },
  tablet: { on: 'on tablets', sessions: 'tablet sessions' },
  other: { on: 'on other devices', sessions: 'sessions on other devices' },
};

/** A device as it is listed: Clarity's own word, harmless to show. */
export function deviceLabel(device: string): string {
  return label(device === '' ? '(unknown)' : device);
}

/** "rage clicks on mobile" */
export function onDevice(device: string): string {
  return words[device.toLowerCase()]?.on ?? `on ${deviceLabel(device)}`;
}

/** "38.0% of mobile sessions"; of all sessions without a device. */
export function sessionsOn(device: string | null): string {
  if (device === null) return 'sessions';
  return words[device.toLowerCase()]?.sessions ?? `sessions ${onDevice(device)}`;
}
