export { appRouter } from './app-router.ts';
export type { AppRouter } from './app-router.ts';
export { createContext } from './context.ts';
export type { AnsweredProcedure, ApiDeps } from './context.ts';
export { errorIdOf } from './errors/error-id.ts';
export { describedProcedures } from './openapi/described-procedures.ts';
export type { DescribedProcedure } from './openapi/described-procedures.ts';
export type { JsonSchema } from './openapi/json-schema.ts';
export { openApiDocument } from './openapi/openapi-document.ts';
