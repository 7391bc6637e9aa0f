import { describe, expect, it } from 'vitest';
import { aKey, aServer, questionUrl, told } from './support/a-server.ts';
import { aFilledDatabase } from './support/kept.ts';

async function scraped(url: string, key?: string): Promise<{ type: string | null; text: string }> {
  const authorization = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const response = await fetch(`${url}/metrics`, {
    headers: { connection: 'close', ...authorization },
  });
  return { type: response.headers.get('content-type'), text: await response.text() };
}

/** The lines of samples, by the name of their metric. */
function samples(text: string, name: string): string[] {
  return text.split('\n').filter((line) => line.startsWith(name));
}

describe('GET /metrics', () => {
  it('counts questions by procedure and code, those of a batch each', async () => {
    const { url } = await aServer(aFilledDatabase());
    await told(questionUrl(url, 'projects.list'));
    await told(questionUrl(url, 'pages.frustration', { limit: 0 }));
    await told(
      `${url}/trpc/projects.list,pages.detail?batch=1&input=${encodeURIComponent('{"1":{"page":"/x"}}')}`,
    );
    const { type, text } = await scraped(url);
    expect(type).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(samples(text, 'clarity_keep_questions_total')).toEqual([
      'clarity_keep_questions_total{procedure="projects.list",code="OK"} 2',
      'clarity_keep_questions_total{procedure="pages.frustration",code="BAD_REQUEST"} 1',
      'clarity_keep_questions_total{procedure="pages.detail",code="NOT_FOUND"} 1',
    ]);
    expect(samples(text, 'clarity_keep_question_duration_seconds_count')).toContain(
      'clarity_keep_question_duration_seconds_count{procedure="projects.list"} 2',
    );
  });

  it('counts requests by route, and what leads nowhere under one name', async () => {
    const { url } = await aServer(aFilledDatabase());
    await told(`${url}/health`);
    for (const path of ['/a', '/b?c=d', '/trpc/visitors.secret', '/trpc/x,y?batch=1'])
      await told(`${url}${path}`);
    const { text } = await scraped(url);
    expect(samples(text, 'clarity_keep_http_requests_total')).toEqual([
      'clarity_keep_http_requests_total{route="/health",status="200"} 1',
      'clarity_keep_http_requests_total{route="unknown",status="404"} 2',
      'clarity_keep_http_requests_total{route="/trpc/:path",status="404"} 2',
    ]);
    expect(text).not.toMatch(/visitors|secret/);
  });

  it('tells how old the newest answer is, how many calls are free, and how large the file', async () => {
    const db = aFilledDatabase();
    db.sql.exec(`INSERT INTO api_calls
        (project_id, requested_at, quota_day, num_of_days, dimensions, state, window_start, window_end, parsed_at)
      VALUES ('wxb0r23ozh', '2026-11-23T05:00:00.000Z', '2026-11-23', 1, '', 'answered',
        '2026-11-22T05:00:00.000Z', '2026-11-23T05:00:00.000Z', '2026-11-23T05:00:01.000Z')`);
    const { url } = await aServer(db);
    const { text } = await scraped(url);
    expect(samples(text, 'clarity_keep_newest_answer_age_seconds')).toEqual([
      'clarity_keep_newest_answer_age_seconds{project="wxb0r23ozh"} 3600',
    ]);
    expect(samples(text, 'clarity_keep_calls_left')).toEqual([
      'clarity_keep_calls_left{project="wxb0r23ozh"} 9',
    ]);
    expect(samples(text, 'clarity_keep_database_bytes')).toEqual([
      expect.stringMatching(/^clarity_keep_database_bytes [1-9]\d{4,}$/) as string,
    ]);
  });

  it('tells no age before the first answer', async () => {
    const { url } = await aServer(aFilledDatabase());
    expect(samples((await scraped(url)).text, 'clarity_keep_newest_answer')).toEqual([]);
  });

  it('needs a key where keys are needed', async () => {
    const db = aFilledDatabase();
    const { url } = await aServer(db, { isKeyRequired: true });
    expect((await told(`${url}/metrics`)).status).toBe(401);
    expect((await scraped(url, aKey(db))).text).toContain('clarity_keep_database_bytes');
  });

  it('explains and types every metric', async () => {
    const { url } = await aServer(aFilledDatabase());
    const { text } = await scraped(url);
    const named = (kind: string) =>
      [...text.matchAll(new RegExp(`^# ${kind} (\\S+)`, 'gm'))].map(([, name]) => name);
    expect(named('HELP')).toEqual(named('TYPE'));
    expect(named('TYPE')).toHaveLength(6);
  });
});
