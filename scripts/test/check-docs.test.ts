import { expect, it } from 'vitest';
import { checkDocs } from '../check-docs.ts';

it('finds nothing wrong or missing in the documents', () => {
  expect(checkDocs()).toEqual([]);
});
