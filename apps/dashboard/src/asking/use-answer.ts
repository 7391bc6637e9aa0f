import type { ClarityKeepClient } from '@clarity-keep/client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { Period } from '../address/period.ts';

export const ClientContext = createContext<ClarityKeepClient | null>(null);

interface Procedure<Input, Answer> {
  query: (input: Input, options: { signal: AbortSignal }) => Promise<Answer>;
}

/** What questions about days are asked with. */
export type WindowInput = { project: string } & Period;

/**
 * The answer to a question. While another one about the same project is on its way the last answer is
 * still there, marked as a placeholder.
 */
export function useAnswer<Input extends object, Answer>(
  name: string,
  procedure: (client: ClarityKeepClient) => Procedure<Input, Answer>,
  input: Input,
): UseQueryResult<Answer> {
  const client = use(ClientContext);
  if (client === null) throw new Error('useAnswer is used outside of a ClientContext.');
  return useQuery({
    queryKey: [name, input],
    queryFn: ({ signal }) => procedure(client).query(input, { signal }),
    placeholderData: (previous, previousQuery) => {
      const [, asked] = previousQuery?.queryKey ?? [];
      return projectOf(asked) === projectOf(input) ? previous : undefined;
    },
  });
}

/** Undefined for what is asked of all projects. */
function projectOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null ? Reflect.get(input, 'project') : undefined;
}
