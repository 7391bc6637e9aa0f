import { createRandom } from '../site/random.ts';

/** The token and project id of a seed's project. The token has the shape of a JWT and is worth nothing. */
export function credentialsOf(seed: number): { token: string; projectId: string } {
  const random = createRandom(seed, 'project');
  const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
  const projectId = Array.from({ length: 10 }, () => letters.charAt(random.int(0, 35))).join('');
  const token = [
    encode({ alg: 'none', typ: 'JWT' }),
    encode({ iss: 'clarity-keep-simulator', note: 'fake', sub: projectId }),
    'not-a-signature',
  ].join('.');
  return { token, projectId };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
