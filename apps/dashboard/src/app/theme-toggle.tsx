import { useState } from 'react';
import { chooseTheme, chosenTheme, systemTheme } from './theme.ts';
import styles from './header.module.css';

/** Light or dark: the system's, until somebody says otherwise. */
export function ThemeToggle() {
  const [theme, setTheme] = useState(() => chosenTheme() ?? systemTheme());
  const toggle = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    chooseTheme(next);
    setTheme(next);
  };
  return (
    <button
      type="button"
      className={styles.theme}
      aria-pressed={theme === 'dark'}
      aria-label="Dark theme"
      title="Dark theme"
      onClick={toggle}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor" />
      </svg>
    </button>
  );
}
