import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { clientOf } from './client-of.ts';
import type { ConnectionState, OpenConnection } from './who-gives-way.ts';
import { whoGivesWay } from './who-gives-way.ts';

/** A connection with the requests on it that are not over; several where they were sent at once. */
class Guest implements OpenConnection {
  readonly socket: Socket;
  readonly client: string;
  readonly running = new Map<ServerResponse, IncomingMessage>();

  constructor(socket: Socket) {
    this.socket = socket;
    this.client = clientOf(socket.remoteAddress);
  }

  get state(): ConnectionState {
    if (this.running.size === 0) return 'idle';
    const isOurTurn = [...this.running].some(
      // Answered, and the client does not take it; or asked, and the client does not send the rest.
      ([response, request]) => !response.writableEnded && request.complete,
    );
    return isOurTurn ? 'worked-on' : 'waits-for-client';
  }
}

/**
 * Keeps room for who comes next: beyond `limit` connections one that stands still is closed for each new
 * one, and the new one only when all of them are being worked on.
 */
export function makeRoom(server: Server, limit: number): void {
  // In the order in which they last came, or were done with a request.
  const guests = new Map<Socket, Guest>();
  server.on('connection', (socket: Socket) => {
    if (guests.size >= limit) {
      const leaving = whoGivesWay(guests.values());
      if (leaving === null) {
        socket.destroy();
        return;
      }
      guests.delete(leaving.socket);
      leaving.socket.destroy();
    }
    guests.set(socket, new Guest(socket));
    socket.once('close', () => guests.delete(socket));
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const guest = guests.get(socket);
    if (guest === undefined) return;
    guest.running.set(response, request);
    response.once('close', () => {
      guest.running.delete(response);
      if (!guests.delete(socket) || socket.destroyed) return;
      guests.set(socket, guest);
    });
  });
}
