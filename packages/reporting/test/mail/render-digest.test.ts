import { describe, expect, it } from 'vitest';
import { renderDigest } from '../../src/mail/digest/render-digest.ts';
import { aDigest, aDigestProject } from '../support/a-digest.ts';
import { hostileTexts } from '../support/an-overlong-report.ts';

/** What is to be read in the HTML. */
function words(html: string): string {
  return html
    .replaceAll(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

describe('renderDigest', () => {
  it('says the same in HTML and text', async () => {
    const worse = aDigestProject({
      name: 'Our Blog',
      worsePages: 2,
      findings: { new: 0, ongoing: 0, resolved: 3 },
      gaps: ['Nothing was collected for Sun 22 Nov.', 'Pages are cut off.'],
    });
    const digest = aDigest({
      projects: [worse, aDigestProject()],
      without: [
        { id: 'a', name: 'Brand New' },
        { id: 'b', name: 'Silent' },
      ],
    });
    const { subject, html, text } = await renderDigest(digest);
    expect(subject).toBe('Example Shop: Rage clicks on /checkout – 4 projects, 16–22 Nov');
    for (const sentence of [
      'Weekly digest',
      '16–22 Nov 2026',
      '1 of your 2 projects has a page that got worse. Nothing was collected for 2 projects.',
      'Our Blog',
      '2 pages got worse',
      'Rage clicks on /checkout: 98 of 840 sessions',
      '5,740 sessions, ▲ 12.5% · findings: 3 resolved',
      '5,740 sessions, ▲ 12.5% · findings: 1 new, 2 ongoing',
      'Needs attention: Nothing was collected for Sun 22 Nov. And 1 more note in its own report.',
      'Nothing collected',
      'Brand New and Silent.',
    ]) {
      expect(words(html).toLowerCase()).toContain(sentence.toLowerCase());
    }
    const plain = onOneLine(text);
    expect(plain).toContain('Our Blog [2 pages got worse] Rage clicks on /checkout');
    expect(plain).toContain('Top page: /checkout, impact 41, rage clicks, no clear change');
    expect(plain).toContain(
      'Needs attention: Nothing was collected for Sun 22 Nov. And 1 more note in its own report.',
    );
    expect(plain).toContain('Brand New and Silent.');
    expect(plain).toContain('Unsubscribe: https://unsubscribe.invalid/');
    expect(html).toContain('href="https://unsubscribe.invalid/"');
    expect(html).toContain(
      'href="https://clarity.microsoft.com/projects/view/wxb0r23ozh/dashboard"',
    );
  });

  it('refuses no week: a quiet one, one without sessions, one without any project', async () => {
    const { change: _, ...sessions } = aDigestProject().sessions;
    const unknown = aDigestProject({
      sessions: { ...sessions, thisWeek: null, change: null, refusal: 'unknown' },
      topPage: null,
      impact: 0,
      dashboard: null,
      findings: { new: 0, ongoing: 0, resolved: 0 },
    });
    const quiet = await renderDigest(aDigest({ projects: [unknown] }));
    expect(onOneLine(quiet.text)).toContain('No page got clearly worse.');
    expect(onOneLine(quiet.text)).toContain('Sessions unknown');
    expect(quiet.html).not.toContain('Top page');
    const empty = await renderDigest(
      aDigest({ projects: [], without: [{ id: 'a', name: 'Brand New' }] }),
    );
    expect(empty.subject).toContain('– 1 project, 16–22 Nov');
    expect(empty.text).toContain('NOTHING COLLECTED');
    expect(empty.text).not.toContain('WORST FIRST');
  });

  it('tells of the worst in full and of the next ones on a line, up to two hundred', async () => {
    const projects = Array.from({ length: 230 }, (_, index) =>
      aDigestProject({ name: `Project ${index + 1}.`, impact: index < 220 ? 300 - index : 0 }),
    );
    const { html, text } = await renderDigest(aDigest({ projects }));
    const shown = projects.filter(({ name }) => text.includes(name));
    expect(shown).toHaveLength(200);
    expect(projects.filter(({ name }) => words(html).includes(name))).toEqual(shown);
    expect(text.match(/Top page: /g)).toHaveLength(12);
    expect(text).toMatch(/^Project 13\. +5,740 +288$/m);
    expect(text).toContain('And 30 projects with less impact.');
  });

  it.each(Object.entries(hostileTexts))(
    'is under 100 KB with 200 projects, and harmless: %s',
    async (_name, hostile) => {
      const endless = hostile.repeat(Math.ceil(2000 / hostile.length));
      const [top] = [aDigestProject().topPage];
      const project = aDigestProject({
        name: endless,
        headline: { type: 'worse', sentence: endless },
        topPage: top === null ? null : { ...top, label: endless },
        gaps: [endless, endless],
        worsePages: 1,
        dashboard: `https://clarity.microsoft.com/projects/view/${'x'.repeat(20)}/dashboard`,
      });
      const { html, text, subject } = await renderDigest(
        aDigest({
          headline: { sentence: endless, project: null },
          projects: Array.from({ length: 200 }, () => project),
          without: Array.from({ length: 200 }, () => ({ id: 'x', name: endless })),
        }),
      );
      expect(Buffer.byteLength(html)).toBeLessThan(100_000);
      expect(html).not.toMatch(/<script|javascript:/i);
      for (const part of [subject, text.replaceAll('\n', '')]) {
        expect(part).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }
    },
  );
});
