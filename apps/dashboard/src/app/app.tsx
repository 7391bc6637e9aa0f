import { createClarityKeepClient } from '@clarity-keep/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { KeyForm } from '../access/key-form.tsx';
import { readKey, writeKey } from '../access/key-store.ts';
import { createQuestionClient } from '../asking/question-client.ts';
import { ClientContext } from '../asking/use-answer.ts';
import { Desk } from './desk.tsx';

/** The dashboard, or the form for a key when the server wants one. */
export function App() {
  const [apiKey, setApiKey] = useState(() => readKey(sessionStorage));
  const [isKeyWanted, setIsKeyWanted] = useState(false);
  // Another key may see other things: nothing that was answered before is kept.
  const client = useMemo(
    () => createClarityKeepClient({ url: window.location.origin, apiKey }),
    [apiKey],
  );
  const questions = useMemo(
    () =>
      createQuestionClient({
        hasKey: apiKey !== undefined,
        onKeyWanted: () => setIsKeyWanted(true),
      }),
    [apiKey],
  );
  const takeKey = (key: string | undefined) => {
    writeKey(sessionStorage, key);
    setApiKey(key);
    setIsKeyWanted(false);
    // The same key once more is to be tried once more.
    questions.clear();
  };
  if (isKeyWanted) return <KeyForm isRefused={apiKey !== undefined} onKey={takeKey} />;
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={questions}>
        <Desk onForgetKey={apiKey === undefined ? undefined : () => takeKey(undefined)} />
      </QueryClientProvider>
    </ClientContext>
  );
}
