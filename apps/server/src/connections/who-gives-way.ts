/** What a connection is waiting for: the client's next request, the rest of one, or an answer of ours. */
export type ConnectionState = 'idle' | 'waits-for-client' | 'worked-on';

export interface OpenConnection {
  /** Who may be one client, see `clientOf`. */
  client: string;
  state: ConnectionState;
}

/** In this order they give way; what is being worked on never does. */
const givingWay: readonly ConnectionState[] = ['idle', 'waits-for-client'];

/**
 * Which connection is closed to make room for a new one: of the client that has most of those that can be
 * closed, the one that has stood still longest. So nobody keeps others out by standing there, and where all
 * come from one address, as behind a proxy, it is just the one that has stood still longest.
 *
 * @param connections those that are open, the longest unmoved first.
 */
export function whoGivesWay<Connection extends OpenConnection>(
  connections: Iterable<Connection>,
): Connection | null {
  const all = [...connections];
  for (const state of givingWay) {
    const candidates = all.filter((connection) => connection.state === state);
    const counts = Map.groupBy(candidates, ({ client }) => client);
    const most = Math.max(...[...counts.values()].map(({ length }) => length));
    const first = candidates.find(({ client }) => counts.get(client)?.length === most);
    if (first !== undefined) return first;
  }
  return null;
}
