/** Whether visitors touch the screen of a device, by Clarity's name of it or that of session records. */
export function isTouch(device: string): boolean {
  return /^(mobile|tablet|phone)$/i.test(device);
}

/** Whether they have a pointer and a wide screen. */
export function isDesktop(device: string): boolean {
  return /^(pc|desktop)$/i.test(device);
}
