import { UnknownProjectError } from '@clarity-keep/core';
import { describe, expect, it } from 'vitest';
import {
  ConfigurationError,
  defaultProjectId,
  pickProjects,
  projectOfEnvironment,
  tokenOf,
} from '../../src/index.ts';

const projects = ['wxb0r23ozh', 'w6n8ir65ol'].map((id) => projectOfEnvironment(id, undefined));

describe('pickProjects', () => {
  it('gives all, or the one that is named', () => {
    expect(pickProjects({ projects }, undefined)).toBe(projects);
    expect(pickProjects({ projects }, 'w6n8ir65ol')).toEqual([projects[1]]);
  });

  it('takes a name for the id', () => {
    const named = projects.map((project, index) => ({ ...project, name: ['Shop', 'Blog'][index] }));
    expect(pickProjects({ projects: named }, 'blog')).toEqual([named[1]]);
  });

  it('refuses one that is not configured', () => {
    expect(() => pickProjects({ projects }, 'wxb0r23ohz')).toThrow(
      new UnknownProjectError(
        'Unknown project "wxb0r23ohz". Did you mean wxb0r23ozh? Known projects: wxb0r23ozh, w6n8ir65ol.',
      ),
    );
  });

  it.each([undefined, 'wxb0r23ozh'])(
    'says both ways to describe a project when there is none',
    (id) => {
      const pick = () => pickProjects({ projects: [] }, id);
      expect(pick).toThrow(ConfigurationError);
      expect(pick).toThrow('CLARITY_PROJECT_ID is not set');
      expect(pick).toThrow('clarity-keep.example.json');
    },
  );
});

describe('defaultProjectId', () => {
  it('is the only project described, or else the one of the environment', () => {
    expect(defaultProjectId({ projects: projects.slice(0, 1) }, 'other')).toBe('wxb0r23ozh');
    expect(defaultProjectId({ projects }, 'other')).toBe('other');
    expect(defaultProjectId({ projects }, undefined)).toBeUndefined();
    expect(defaultProjectId({ projects: [] }, undefined)).toBeUndefined();
  });
});

describe('tokenOf', () => {
  const project = { id: 'wxb0r23ozh', tokenVariable: 'CLARITY_API_TOKEN_SHOP' };

  it('is what the variable of the project holds, without the spaces around it', () => {
    const variables = { CLARITY_API_TOKEN: 'other', CLARITY_API_TOKEN_SHOP: ' eyJ.a.b\n' };
    expect(tokenOf(project, variables)).toBe('eyJ.a.b');
  });

  it.each([{}, { CLARITY_API_TOKEN_SHOP: ' ' }, { CLARITY_API_TOKEN: 'eyJ.a.b' }])(
    'is missing in %j, and says where to get it',
    (variables) => {
      const token = () => tokenOf(project, variables);
      expect(token).toThrow(ConfigurationError);
      expect(token).toThrow(
        'CLARITY_API_TOKEN_SHOP is not set; it holds the token of project wxb0r23ozh.',
      );
      expect(token).toThrow('Settings > Data Export');
    },
  );

  it.each(['eyJ.a b', 'eyJ.a\nb', 'eyJ.ä'])(
    'is refused when it cannot be one, unrepeated: %j',
    (text) => {
      const token = () => tokenOf(project, { CLARITY_API_TOKEN_SHOP: text });
      expect(token).toThrow(ConfigurationError);
      expect(token).toThrow(
        /^CLARITY_API_TOKEN_SHOP, the token of project wxb0r23ozh, contains spaces/,
      );
      expect(token).not.toThrow('eyJ');
    },
  );
});
