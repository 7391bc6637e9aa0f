export { buildServer } from './http/build-server.ts';
