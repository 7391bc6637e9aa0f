import type { Database } from '@clarity-keep/db';
import { listUnsubscribed, subscriptionOfToken, unsubscribe } from '@clarity-keep/db';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { PageWords } from './unsubscribe-page.ts';
import { pageHeaders, unsubscribePage } from './unsubscribe-page.ts';
import { whenFree } from './when-free.ts';
import { doneWords, failedWords, questionWords, unknownWords } from './unsubscribe-words.ts';

/** What a mail program or the form sends is a line or two. */
const BODY_LIMIT = 16 * 1024;

const PATH = '/unsubscribe/:token';

/** It is the token that allows it. */
const options = { config: { isPublic: true, isPage: true } };

interface WithToken {
  Params: { token: string };
}

/**
 * The links in mails: GET shows a page that asks, and changes nothing, for programs follow links too. POST
 * unsubscribes, whatever its body: it is the token that allows it, and mail programs (RFC 8058) and the
 * form send the same.
 */
export function unsubscribeRoutes({ db, now }: { db: Database; now: () => Date }) {
  return async (server: FastifyInstance): Promise<void> => {
    server.removeAllContentTypeParsers();
    server.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
      (_request, _body, done) => done(null),
    );
    server.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) request.log.error(error);
      return show(reply, status, failedWords);
    });
    server.get<WithToken>(PATH, options, (request, reply) => {
      const subscription = subscriptionOfToken(db, request.params.token);
      if (subscription === null) return show(reply, 404, unknownWords);
      const { scope, recipient } = subscription;
      const isOver = listUnsubscribed(db, scope).some((ended) => ended.recipient === recipient);
      return show(reply, 200, isOver ? doneWords(db, scope) : questionWords(db, scope));
    });
    server.post<WithToken>(PATH, options, async (request, reply) => {
      const subscription = subscriptionOfToken(db, request.params.token);
      if (subscription === null) return show(reply, 404, unknownWords);
      await whenFree(() => unsubscribe(db, { ...subscription, now: now() }));
      return show(reply, 200, doneWords(db, subscription.scope));
    });
  };
}

function show(reply: FastifyReply, status: number, words: PageWords): FastifyReply {
  return reply.code(status).headers(pageHeaders).send(unsubscribePage(words));
}
