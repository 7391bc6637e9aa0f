export type Theme = 'light' | 'dark';

const NAME = 'clarity-keep.theme';

/** What somebody chose here before; null follows the system. */
export function chosenTheme(): Theme | null {
  try {
    const found = localStorage.getItem(NAME);
    return found === 'light' || found === 'dark' ? found : null;
  } catch {
    // A browser can refuse storage; then the choice lives as long as the page.
    return null;
  }
}

export function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Shows a theme and remembers it; one that the system has anyway is no choice. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === systemTheme()) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, theme);
  } catch {
    // As above.
  }
}

/** Shows what was chosen before, as early as possible. */
export function applyChosenTheme(): void {
  const theme = chosenTheme();
  if (theme !== null) document.documentElement.dataset['theme'] = theme;
}
