import type { CliHandlers } from '../../src/define-program.ts';

const never = () => Promise.reject(new Error('Not asked for.'));

/** Handlers of all commands, of which only these are expected to be asked for. */
export function someHandlers(handlers: Partial<CliHandlers>): CliHandlers {
  return {
    annotate: never,
    backup: never,
    collect: never,
    daemon: never,
    doctor: never,
    export: never,
    import: never,
    init: never,
    mute: never,
    plan: never,
    prune: never,
    query: never,
    reparse: never,
    schedule: never,
    status: never,
    urls: never,
    ...handlers,
  };
}
