import { describe, expect, it } from 'vitest';
import type { QuestionContext } from '../../src/index.ts';
import { askQuestion, devicesScrollDepth, projectsList, statusGet } from '../../src/index.ts';
import { aContext, aFact } from '../support/kept.ts';

/** A shop and a blog that things are known of, asked by somebody who may know of these. */
function asked(allowedProjects: string[] | null, more: Partial<QuestionContext> = {}) {
  const context = aContext({}, { id: 'blog0blog0', name: 'Blog' });
  aFact(context, {});
  aFact(context, { project_id: 'blog0blog0' });
  return { ...context, allowedProjects, ...more };
}

async function about(context: QuestionContext, project?: string): Promise<string> {
  return (await askQuestion(statusGet, context, { project })).project;
}

describe('whoever may know of one of two projects', () => {
  it('sees that one in the list, and needs not name it', async () => {
    const context = asked(['blog0blog0']);
    expect(
      (await askQuestion(projectsList, context, {})).rows.map(({ project }) => project),
    ).toEqual(['blog0blog0']);
    expect([await about(context), await about(context, 'Blog')]).toEqual([
      'blog0blog0',
      'blog0blog0',
    ]);
  });

  it.each(['wxb0r23ozh', 'Shop'])(
    'hears of %s what would be heard of no project',
    async (foreign) => {
      const context = asked(['blog0blog0']);
      const heard = async (project: string) => {
        try {
          return await about(context, project);
        } catch (error) {
          return String(error).replaceAll(project, '...');
        }
      };
      expect(await heard(foreign)).toBe(
        'QueryError: Unknown project "...". Known projects: blog0blog0 (Blog).',
      );
      expect(await heard(foreign)).toBe(await heard('nonsense'));
    },
  );

  it('has no default that is another', async () => {
    const context = asked(['blog0blog0'], { defaultProject: 'wxb0r23ozh' });
    expect(await about(context)).toBe('blog0blog0');
    expect(await about({ ...context, allowedProjects: null })).toBe('wxb0r23ozh');
  });

  it('is told to choose among those alone', async () => {
    const context = aContext({}, { id: 'a', name: 'A' }, { id: 'b', name: 'B' });
    await expect(about({ ...context, allowedProjects: ['a', 'b'] })).rejects.toThrow(
      'project: There are several projects; choose one. Known projects: a (A), b (B).',
    );
  });
});

describe('whoever may know of no project that is there', () => {
  it.each([[[]], [['gone']]])('finds an empty database: %j', async (allowed: string[]) => {
    const context = asked(allowed);
    expect((await askQuestion(projectsList, context, {})).rows).toEqual([]);
    for (const project of [undefined, 'wxb0r23ozh', 'gone']) {
      await expect(askQuestion(devicesScrollDepth, context, { project })).rejects.toThrow(
        'Nothing has been collected yet.',
      );
    }
  });
});

describe('a name that two projects have', () => {
  it('means the one that whoever asks may know of', async () => {
    const context = aContext({}, { id: 'blog0blog0', name: 'Shop' });
    expect(await about({ ...context, allowedProjects: ['blog0blog0'] }, 'Shop')).toBe('blog0blog0');
    await expect(about(context, 'Shop')).rejects.toThrow(
      'Several projects are called "Shop": blog0blog0, wxb0r23ozh. Use the id.',
    );
  });
});
