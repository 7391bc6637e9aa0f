import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import styles from './key-form.module.css';

/** Asks for an API key, which this server wants to see. */
export function KeyForm({
  isRefused,
  onKey,
}: {
  /** Whether a key was given that the server does not take. */
  isRefused: boolean;
  onKey: (key: string) => void;
}) {
  const field = useId();
  const problem = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isImpossible, setIsImpossible] = useState(false);
  const isWrong = isRefused || isImpossible;
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const key = input.current?.value.trim() ?? '';
    // A browser sends no header with anything else in it, and no key has it.
    const isPossible = /^[\x21-\x7E]+$/.test(key);
    setIsImpossible(!isPossible);
    if (isPossible) onKey(key);
  };
  return (
    <main className={styles.page} id="main">
      <form className={styles.form} onSubmit={submit}>
        <h1>This server needs an API key</h1>
        <p>
          Whoever runs the server creates one with <code>clarity-keep-server keys create</code>. The
          key is stored in this tab only, until you close it.
        </p>
        <label htmlFor={field}>API key</label>
        <input
          ref={input}
          id={field}
          type="password"
          autoComplete="off"
          spellCheck={false}
          required
          placeholder="ck_…"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? problem : undefined}
        />
        {isWrong && (
          <p id={problem} role="alert" className={styles.problem}>
            The server rejected this key: it is invalid, expired or revoked.
          </p>
        )}
        <button type="submit" className="button">
          Continue
        </button>
      </form>
    </main>
  );
}
