import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfiguration } from '../../packages/environment/src/index.ts';
import { jsonSchemaText } from '../write-json-schema.ts';

const root = join(import.meta.dirname, '../..');
const published = read('clarity-keep.schema.json');
const schema = JSON.parse(published) as Described;
const validate = new Ajv({ allErrors: true }).compile(schema);

/** As far as the tests look into a JSON Schema. */
interface Described {
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Described>;
  items?: Described;
}

describe('clarity-keep.schema.json', () => {
  it('is what the program checks (else run pnpm schema)', () => {
    expect(published).toBe(jsonSchemaText());
  });

  it('describes every field, with an example that it accepts', () => {
    const fields = fieldsOf(schema);
    expect(fields.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['projects.tokenVariable', 'projects.weights.rageClicks']),
    );
    const isDescribed = ({ description, examples }: Described) =>
      description?.endsWith('.') === true && examples !== undefined && examples.length > 0;
    const isAccepted = (field: Described) => {
      const isValid = new Ajv().compile(field);
      return field.examples?.every((example) => isValid(example));
    };
    const wrong = fields.filter(({ field }) => !isDescribed(field) || !isAccepted(field));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it.each([
    [{ id: 'wxb0r23ozh' }],
    [{ id: 'wxb0r23ozh', urlRules: {}, weights: {}, extraBreakdowns: [], reserve: 9 }],
    [{ id: 'wxb0r23ozh', recipients: ['ops@localhost', 'änne@bücher.example'] }],
  ])('accepts the project %j', (project) => {
    expect(validate({ projects: [project] })).toBe(true);
  });

  it.each([
    [{}, ''],
    [{ id: 'a b' }, '/id'],
    [{ id: 'shop', timezone: 'UTC' }, ''],
    [{ id: 'shop', tokenVariable: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln' }, '/tokenVariable'],
    [{ id: 'shop', reserve: 10 }, '/reserve'],
    [{ id: 'shop', reserve: 1.5 }, '/reserve'],
    [{ id: 'shop', extraBreakdowns: ['page'] }, '/extraBreakdowns/0'],
    [{ id: 'shop', extraBreakdowns: ['os', 'os'] }, '/extraBreakdowns'],
    [{ id: 'shop', weights: { rageClicks: 101 } }, '/weights/rageClicks'],
    [{ id: 'shop', urlRules: { replaceIds: 'some' } }, '/urlRules/replaceIds'],
    [{ id: 'shop', recipients: [] }, '/recipients'],
    [{ id: 'shop', recipients: ['anna'] }, '/recipients/0'],
    [{ id: 'shop', recipients: ['Anna <a@b.example>'] }, '/recipients/0'],
  ])('refuses the project %j, at %j', (project, place) => {
    expect(validate({ projects: [project] })).toBe(false);
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toEqual([
      `/projects/0${place}`,
    ]);
  });

  it.each([
    [{ projects: [] }],
    [{ projects: [{ id: 'shop' }], jitterSeconds: 3601 }],
    [{ projects: [{ id: 'shop' }], schedule: { collectAt: '24:00' } }],
    [{ projects: [{ id: 'shop' }], schedule: { reportOn: 'Monday' } }],
    [[]],
  ])('refuses %j', (file) => {
    expect(validate(file)).toBe(false);
  });
});

describe('clarity-keep.example.json', () => {
  it('is accepted by the schema', () => {
    expect(validate(JSON.parse(read('clarity-keep.example.json')))).toBe(true);
  });

  it('is accepted by the program, and uses every field of a project', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
    onTestFinished(() => rmSync(cwd, { recursive: true }));
    copyFileSync(join(root, 'clarity-keep.example.json'), join(cwd, 'clarity-keep.json'));
    const { projects } = readConfiguration({ cwd, projectId: undefined });
    expect(projects.map(({ id, tokenVariable }) => [id, tokenVariable])).toEqual([
      ['wxb0r23ozh', 'CLARITY_API_TOKEN_SHOP'],
      ['w6n8ir65ol', 'CLARITY_API_TOKEN_BLOG'],
    ]);
    const { projects: written } = JSON.parse(read('clarity-keep.example.json')) as {
      projects: object[];
    };
    expect(Object.keys(written[0] ?? {})).toEqual(
      Object.keys(schema.properties?.['projects']?.items?.properties ?? {}),
    );
  });
});

function fieldsOf(described: Described, path: string[] = []): { path: string; field: Described }[] {
  const inner = described.items === undefined ? [] : fieldsOf(described.items, path);
  const own = Object.entries(described.properties ?? {}).flatMap(([key, field]) => [
    { path: [...path, key].join('.'), field },
    ...fieldsOf(field, [...path, key]),
  ]);
  return [...own, ...inner];
}

function read(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}
