import { label } from './page-label.ts';

/** A device as it is listed: Clarity's own word, harmless to show. */
export function deviceLabel(device: string): string {
  return label(device === '' ? '(unknown)' : device);
}

/** "rage clicks on mobile" */
export function onDevice(device: string): string {
  switch (device) {
    case 'PC':
      return 'on desktop';
    case 'Mobile':
      return 'on mobile';
    case 'Tablet':
      return 'on tablets';
    case 'Other':
      return 'on other devices';
    default:
      return `on ${deviceLabel(device)}`;
  }
}

/** "38.0% of mobile sessions"; of all sessions without a device. */
export function sessionsOn(device: string | null): string {
  switch (device) {
    case null:
      return 'sessions';
    case 'PC':
      return 'desktop sessions';
    case 'Mobile':
      return 'mobile sessions';
    case 'Tablet':
      return 'tablet sessions';
    default:
      return `sessions ${onDevice(device)}`;
  }
}
