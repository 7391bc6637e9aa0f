export { appRouter } from './app-router.ts';
export type { AppRouter } from './app-router.ts';
export { createContext } from './context.ts';
export type { ApiDeps } from './context.ts';
