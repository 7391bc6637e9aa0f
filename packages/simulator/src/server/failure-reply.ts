import { evilBehaviour } from '../evil/catalogue.ts';
import type { Fault } from './faults.ts';
import { JSON_TYPE, type Reply } from './reply.ts';

/** The reply that a fault puts in the place of the answer; null when it leaves an answer. */
export function failureReply(fault: Fault): Reply | null {
  switch (fault.type) {
    case 'status':
      return { status: fault.status, body: fault.body ?? '' };
    case 'html':
      return { status: 200, body: SIGN_IN_PAGE, contentType: 'text/html; charset=utf-8' };
    case 'empty-body':
      return { status: 200, body: '' };
    case 'empty-array':
      return { status: 200, body: '[]', contentType: JSON_TYPE };
    case 'unknown-object':
      return { status: 200, body: UNKNOWN_OBJECT, contentType: JSON_TYPE };
    case 'body':
      return { status: 200, body: fault.body, contentType: JSON_TYPE };
    case 'stall':
      return { status: 200, body: '', stall: true };
    case 'evil':
      return { status: 200, body: '', evil: evilBehaviour(fault.name) };
    case 'break-off':
    case 'ignore-dimension':
    case 'unknown-metrics':
    case 'null-counts':
    case 'key-case':
    case 'missing-metrics':
    case 'missing-rows':
    case 'missing-session-ids':
      return null;
  }
}

const SIGN_IN_PAGE =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to continue</body></html>';
const UNKNOWN_OBJECT = '{"version":2,"data":{"insights":[]},"next":null}';
