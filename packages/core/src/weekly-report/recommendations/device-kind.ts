/** Whether a device has a touch screen, by Clarity's name for it or that of session records. */
export function isTouch(device: string): boolean {
  return /^(mobile|tablet|phone)$/i.test(device);
}

/** Whether a device has a pointer and a wide screen. */
export function isDesktop(device: string): boolean {
  return /^(pc|desktop)$/i.test(device);
}
