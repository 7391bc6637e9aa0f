import { UNNAMED } from '../safe-text/display-text.ts';
import { label } from './page-names.ts';

interface DeviceWords {
  name: string;
  on: string;
  sessions: string;
}

const desktop: DeviceWords = { name: 'Desktop', on: 'on desktop', sessions: 'desktop sessions' };
const mobile: DeviceWords = { name: 'Mobile', on: 'on mobile', sessions: 'mobile sessions' };

/** By Clarity's name of a device, or that of session records, in lower case. */
const words = new Map<string, DeviceWords>([
  ['pc', desktop],
  ['desktop', desktop],
  ['mobile', mobile],
  ['phone', mobile],
  ['tablet', { name: 'Tablet', on: 'on tablets', sessions: 'tablet sessions' }],
  ['other', { name: 'Other', on: 'on other devices', sessions: 'sessions on other devices' }],
]);

/** A device in a list, by the name that people have for it: Clarity's "PC" is "Desktop". */
export function deviceName(device: string): string {
  return words.get(device.toLowerCase())?.name ?? deviceLabel(device);
}

/** A device by Clarity's own word, harmless to show: what models and JSON have. */
export function deviceLabel(device: string): string {
  return label(device === '' ? UNNAMED : device);
}

/** "rage clicks on mobile" */
export function onDevice(device: string): string {
  return words.get(device.toLowerCase())?.on ?? `on ${deviceLabel(device)}`;
}

/** "38.0% of mobile sessions"; of all sessions without a device. */
export function sessionsOn(device: string | null): string {
  if (device === null) return 'sessions';
  return words.get(device.toLowerCase())?.sessions ?? `sessions ${onDevice(device)}`;
}

/** A device in a sentence: "Start with mobile." */
export function deviceInSentence(device: string): string {
  return onDevice(device).replace(/^on /, '');
}
