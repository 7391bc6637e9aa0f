import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { createQuestionClient } from '../src/asking/question-client.ts';

/** How often a question is asked that fails like this, and whether a key is wanted then. */
async function asked(
  error: Error,
  hasKey = false,
): Promise<{ times: number; isKeyWanted: boolean }> {
  let times = 0;
  let isKeyWanted = false;
  const questions = createQuestionClient({ hasKey, onKeyWanted: () => (isKeyWanted = true) });
  questions.setDefaultOptions({
    queries: { ...questions.getDefaultOptions().queries, retryDelay: 0 },
  });
  const observer = new QueryObserver(questions, {
    queryKey: ['status.get', {}],
    queryFn: () => {
      times += 1;
      return Promise.reject(error);
    },
  });
  await new Promise<void>((resolve) => {
    const stop = observer.subscribe(({ isError }) => {
      if (!isError) return;
      stop();
      resolve();
    });
  });
  questions.clear();
  return { times, isKeyWanted };
}

const refused = (httpStatus: number) => Object.assign(new Error('No.'), { data: { httpStatus } });

describe('a question that fails', () => {
  it('is asked once more when nothing came back', async () => {
    const lost = new Error('Failed to fetch', { cause: new TypeError('Failed to fetch') });
    expect(await asked(lost)).toEqual({ times: 2, isKeyWanted: false });
  });

  it.each([400, 404, 429, 500, 503])('is not asked again after status %i', async (status) => {
    expect(await asked(refused(status))).toEqual({ times: 1, isKeyWanted: false });
  });

  it('wants a key when the server does', async () => {
    expect(await asked(refused(401), true)).toEqual({ times: 1, isKeyWanted: true });
    expect(await asked(refused(403))).toEqual({ times: 1, isKeyWanted: true });
    expect(await asked(refused(403), true)).toEqual({ times: 1, isKeyWanted: false });
  });
});
