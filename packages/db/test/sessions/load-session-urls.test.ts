import { defaultUrlRules } from '@clarity-keep/core';
import { expect, it } from 'vitest';
import type { Database } from '../../src/index.ts';
import { beginSessionBatch, loadSessionUrls } from '../../src/index.ts';
import { twoProjects } from '../support/some-facts.ts';

it('counts the sessions of a day per URL as recorded, and leaves out those without one', () => {
  const db = twoProjects();
  aSession(db, { id: '1', url: 'https://shop.example/a?gclid=1' });
  aSession(db, { id: '2', url: 'https://shop.example/a?gclid=2' });
  aSession(db, { id: '3', url: 'https://shop.example/a?gclid=2' });
  aSession(db, { id: '4', url: '' });
  aSession(db, { id: '5', url: 'https://shop.example/a?gclid=1', day: '2026-11-20' });
  aSession(db, { id: '6', url: 'https://blog.example/', project: 'blog' });

  const urls = loadSessionUrls(db, { projectId: 'shop', day: '2026-11-19' });
  expect(Object.fromEntries(urls)).toEqual({
    'https://shop.example/a?gclid=1': 1,
    'https://shop.example/a?gclid=2': 2,
  });
  expect(loadSessionUrls(db, { projectId: 'nobody', day: '2026-11-19' })).toEqual([]);
});

function aSession(
  db: Database,
  {
    id,
    url,
    day = '2026-11-19',
    project = 'shop',
  }: Record<'id' | 'url', string> & { day?: string; project?: string },
): void {
  const batch = beginSessionBatch(db, { projectId: project, rules: defaultUrlRules, callId: null });
  batch.add(
    {
      sessionId: id,
      pageUrl: url,
      durationSeconds: 10,
      pageViews: 1,
      rageClicks: 0,
      deadClicks: 0,
      scrollDepth: 50,
      referrer: '',
      device: 'Mobile',
      browser: '',
      country: '',
    },
    day,
  );
}
