const NAME = 'clarity-keep.api-key';

/** Where a key is stored: as long as the tab is open, and never on disk. */
export type KeyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function readKey(storage: KeyStorage): string | undefined {
  try {
    return storage.getItem(NAME) ?? undefined;
  } catch {
    // A browser can refuse storage; then the key lives as long as the page.
    return undefined;
  }
}

export function writeKey(storage: KeyStorage, key: string | undefined): void {
  try {
    if (key === undefined) storage.removeItem(NAME);
    else storage.setItem(NAME, key);
  } catch {
    // As above.
  }
}
