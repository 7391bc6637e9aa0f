export { appRouter } from './app-router.ts';
export type { AppRouter } from './app-router.ts';
export { createContext } from './context.ts';
export type { ApiContext, ApiDeps } from './context.ts';
