import { describe, expect, it } from 'vitest';
import type { NamedProject } from '../../src/index.ts';
import { chooseProject, UnknownProjectError } from '../../src/index.ts';

const SHOP = { id: 'wxb0r23ozh', name: 'Shop' };
const BLOG = { id: 'w6n8ir65ol', name: 'Das Blog' };
const NAMELESS = { id: 'q1q2q3q4q5', name: undefined };
const projects: NamedProject[] = [SHOP, BLOG, NAMELESS];

function problemOf(wanted: string, known: readonly NamedProject[] = projects): string {
  try {
    return `chose ${chooseProject(known, wanted).id}`;
  } catch (error) {
    if (!(error instanceof UnknownProjectError)) throw error;
    return `${error.exitKind}: ${error.message}`;
  }
}

describe('chooseProject', () => {
  it.each([
    ['wxb0r23ozh', SHOP],
    ['WXB0R23OZH', SHOP],
    ['Shop', SHOP],
    ['shop', SHOP],
    ['DAS BLOG', BLOG],
    [' w6n8ir65ol\n', BLOG],
    ['q1q2q3q4q5', NAMELESS],
  ])('takes an id or a name in any case: %j', (wanted, project) => {
    expect(chooseProject(projects, wanted)).toBe(project);
  });

  it('prefers an id to a name, and an exact match to another case', () => {
    const namedLikeAnId = { id: 'other', name: 'wxb0r23ozh' };
    expect(chooseProject([namedLikeAnId, SHOP], 'wxb0r23ozh')).toBe(SHOP);
    const lower = { id: 'lower', name: 'shop' };
    expect(chooseProject([lower, SHOP], 'Shop')).toBe(SHOP);
    expect(chooseProject([SHOP, lower], 'shop')).toBe(lower);
  });

  it('takes what is known of one project twice for one', () => {
    const renamed = { id: SHOP.id, name: 'Store' };
    expect(chooseProject([renamed, SHOP], 'shop')).toBe(SHOP);
    expect(chooseProject([renamed, SHOP], 'store')).toBe(renamed);
    expect(chooseProject([SHOP, SHOP], 'shop')).toBe(SHOP);
  });

  it('chooses between no two projects of one name', () => {
    const second = { id: 'second', name: 'shop' };
    expect(problemOf('SHOP', [SHOP, second])).toBe(
      'usage: Several projects are called "SHOP": wxb0r23ozh, second. Use the id.',
    );
  });

  it.each([
    ['wxb0r23ohz', 'Did you mean wxb0r23ozh (Shop)?'],
    ['Shopp', 'Did you mean wxb0r23ozh (Shop)?'],
    ['das-blog', 'Did you mean w6n8ir65ol (Das Blog)?'],
    ['q1q2q3', 'Did you mean q1q2q3q4q5?'],
  ])('suggests what %s may have meant', (wanted, suggestion) => {
    expect(problemOf(wanted)).toBe(
      `usage: Unknown project "${wanted}". ${suggestion} ` +
        'Known projects: wxb0r23ozh (Shop), w6n8ir65ol (Das Blog), q1q2q3q4q5.',
    );
  });

  it.each(['*', '', 'nonsense'])('suggests nothing that is not like it: %j', (wanted) => {
    expect(problemOf(wanted, [SHOP])).toBe(
      `usage: Unknown project "${wanted}". Known projects: wxb0r23ozh (Shop).`,
    );
  });

  it('says how to get a first project', () => {
    expect(problemOf('shop', [])).toBe(
      'usage: Unknown project "shop". There are no projects yet: run clarity-keep collect first, ' +
        'or describe one in clarity-keep.json.',
    );
  });

  it('lists no more than somebody reads', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ id: `site-${index}` }));
    expect(problemOf('zzz', many)).toMatch(/site-19 and 5 more\.$/);
  });

  it('moves no cursor, whatever a name or the text holds', () => {
    const hostile = { id: 'a', name: '\u001b[31mred' };
    expect(problemOf('\u001b[2J', [hostile])).toBe(
      'usage: Unknown project "\ufffd[2J". Known projects: a (\ufffd[31mred).',
    );
    expect(problemOf('x'.repeat(5000), [hostile]).length).toBeLessThan(300);
  });
});
