import type { TRPCError } from '@trpc/server';

const ids = new WeakMap<TRPCError, string>();

/** The ID of a defect, shown to the client and written to the log: the same for one error. */
export function errorIdOf(error: TRPCError): string {
  let id = ids.get(error);
  if (id === undefined) ids.set(error, (id = crypto.randomUUID()));
  return id;
}
