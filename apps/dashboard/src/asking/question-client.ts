import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isKeyWanted, troubleOf } from './trouble.ts';

const FRESH_MS = 60_000;
const RETRY_MS = 400;

/** Keeps answers for a minute, and asks once more when nothing came back. */
export function createQuestionClient({
  hasKey,
  onKeyWanted,
}: {
  hasKey: boolean;
  onKeyWanted: () => void;
}): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isKeyWanted(error, { hasKey })) onKeyWanted();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // A server on loopback is there without a network, too.
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && troubleOf(error).kind === 'unreachable',
        retryDelay: RETRY_MS,
      },
    },
  });
}
