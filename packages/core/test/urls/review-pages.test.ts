import { expect, it } from 'vitest';
import { defaultUrlRules, reviewPages } from '../../src/index.ts';

it('counts what is not a web page, and lists pages that seem to name a person', () => {
  const urls: [string, number][] = [
    ['file:///C:/a.html', 3],
    ['about:blank', 1],
    ['https://shop.example/profile/anna-meier-1984-05-12', 2],
    ['https://shop.example/profile/anna-meier-1984-05-12?gclid=1', 2],
    ['https://shop.example/who/anna-meier-12.05.1984', 5],
    ['https://shop.example/a?who=anna+meier+19840512', 1],
    ['https://shop.example/people/interview-2026-05-12', 1],
    ['https://shop.example/blog/launch-party-2026-05-12', 9],
    ['https://shop.example/news/1999-12-31', 9],
    ['https://shop.example/customers/cyber-monday-2026', 9],
  ];
  expect(reviewPages(urls, defaultUrlRules)).toEqual({
    notWebPages: { urls: 2, sessions: 4 },
    suspicious: [
      { page: 'https://shop.example/who/anna-meier-12.05.1984', sessions: 5 },
      { page: 'https://shop.example/profile/anna-meier-1984-05-12', sessions: 4 },
      { page: 'https://shop.example/a?who=anna+meier+19840512', sessions: 1 },
      { page: 'https://shop.example/people/interview-2026-05-12', sessions: 1 },
    ],
  });
});
