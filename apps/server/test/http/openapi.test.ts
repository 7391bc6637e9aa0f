import { appRouter, describedProcedures } from '@clarity-keep/api';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { aKey, aServer, questionUrl, told, toldWith } from '../support/a-server.ts';
import { aFilledDatabase, freezeReport } from '../support/kept.ts';

type Document = Record<string, unknown> & {
  paths: Record<string, { get: { responses: Record<string, { $ref?: string }> } }>;
};

async function servedDocument(url: string): Promise<Document> {
  return (await told(`${url}/openapi.json`)).body as Document;
}

/** What an answer of a status has to be, with the schemas that it refers to. */
function validatorOf(document: Document, procedure: string, status: number): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  // Keywords of OpenAPI beside the schemas.
  ajv.addVocabulary(['components', 'openapi', 'info', 'servers', 'security', 'paths']);
  ajv.addSchema(document, 'document');
  const operation = document.paths[`/trpc/${procedure}`]?.get.responses[status];
  const place =
    operation?.$ref ??
    `#/paths/${encodeURIComponent(`/trpc/${procedure}`).replaceAll('%2F', '~1')}/get/responses/${status}`;
  return ajv.compile({ $ref: `document${place}/content/application~1json/schema` });
}

describe('GET /openapi.json', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { url } = await aServer(aFilledDatabase());
    const validator = new Validator();
    const { valid, errors } = await validator.validate(await servedDocument(url));
    expect([valid, errors, validator.version]).toEqual([true, undefined, '3.1']);
  });

  it('has every procedure of the router that is served', async () => {
    const { url } = await aServer(aFilledDatabase());
    const { paths } = await servedDocument(url);
    expect(Object.keys(paths)).toEqual(
      Object.keys(appRouter._def.procedures).map((path) => `/trpc/${path}`),
    );
  });
});

describe.each(describedProcedures().map(({ path, example }) => ({ path, example })))(
  '$path',
  ({ path, example }) => {
    it('answers as the document says', async () => {
      const db = aFilledDatabase();
      await freezeReport(db, '2026-W47');
      const { url } = await aServer(db);
      const asked = path === 'pages.detail' ? { page: '/cart', days: 7 } : example;
      const { status, body } = await told(questionUrl(url, path, asked));
      const validate = validatorOf(await servedDocument(url), path, 200);
      expect([status, validate(body), validate.errors]).toEqual([200, true, null]);
      expect(validate({ result: { data: { rows: 'none' } } })).toBe(false);
    });

    it('is refused as the document says', async () => {
      const db = aFilledDatabase();
      const { url } = await aServer(db, { isKeyRequired: true, requestsAMinute: 3 });
      const document = await servedDocument(url);
      const key = aKey(db);
      const refusals = [
        await told(questionUrl(url, path, example)),
        await toldWith(key, questionUrl(url, path, { nonsense: 1 })),
      ];
      for (let asked = 0; asked < 3; asked += 1) {
        refusals.push(await toldWith(key, questionUrl(url, path, { project: 7 })));
      }
      expect(refusals.map(({ status }) => status)).toEqual([401, 400, 400, 400, 429]);
      for (const { status, body } of refusals) {
        const validate = validatorOf(document, path, status);
        expect([validate(body), validate.errors]).toEqual([true, null]);
      }
    });
  },
);
