import * as z from 'zod';
import { quotedData } from '../answers/untrusted-data.ts';
import { tools } from '../tools/tools.ts';

/** Each issue says what the parameter must be, in our words instead of a library's. */
const text = z.string({ error: 'a text' });
const anything = z.looseObject({}, { error: 'an object' });
const fields = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject(shape, { error: 'an object' });

const RESOURCE = /^clarity-keep:\/\/(glossary|projects\/[^/?#\s]+\/coverage)$/;

const list = fields({ cursor: text.optional() }).optional();

/** What each method requires of its parameters; the SDK answers unknown methods. */
const paramsOf: Readonly<Record<string, z.ZodType>> = {
  initialize: fields({
    protocolVersion: z.string({ error: 'a revision of the protocol, e.g. "2025-06-18"' }),
    capabilities: anything,
    clientInfo: fields({ name: text, version: text }),
  }),
  'tools/list': list,
  'resources/list': list,
  'resources/templates/list': list,
  'prompts/list': list,
  'tools/call': fields({
    name: z.enum(
      tools.map(({ name }) => name),
      {
        error: ({ input }) =>
          typeof input === 'string'
            ? `the name of a tool, not ${quotedData(input)}. tools/list has their names`
            : 'the name of a tool',
      },
    ),
    arguments: anything.nullish(),
    task: anything.optional(),
  }),
  'resources/read': fields({
    uri: z.string({ error: 'an address' }).regex(RESOURCE, {
      error: 'an address of resources/list, e.g. "clarity-keep://glossary"',
    }),
  }),
  'prompts/get': fields({
    name: z.enum(['weekly-review'], { error: '"weekly-review", the only prompt' }),
    arguments: fields({
      project: z
        .string({ error: 'the id or the name of a project' })
        .min(1, { error: 'the id or the name of a project' })
        .max(100, { error: 'the id or the name of a project, of at most 100 characters' })
        .optional(),
    }).optional(),
  }),
};

const request = z.object({ method: z.string(), params: z.unknown() });

/** Parameters of every method. */
const anyParams = fields({ _meta: anything.optional() }).optional();

/** What is wrong with the parameters of a message, in our words; null when nothing is, or it is no message. */
export function problemOfParams(value: unknown): string | null {
  const { data } = request.safeParse(value);
  if (data === undefined) return null;
  const { method, params: given } = data;
  const schema = Object.hasOwn(paramsOf, method) ? paramsOf[method] : undefined;
  const [issue] = [anyParams, schema].flatMap((one) => one?.safeParse(given).error?.issues ?? []);
  if (issue === undefined) return null;
  const place = ['params', ...issue.path.map(String)].join('.');
  return `${schema === undefined ? '' : `${method}: `}${place} must be ${issue.message}.`;
}
