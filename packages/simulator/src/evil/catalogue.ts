import { SimulatorOptionError } from '../errors.ts';
import type { EvilBehaviour, EvilKind, OfKind } from './behaviour.ts';
import { connections } from './connections.ts';
import { encodings } from './encodings.ts';
import { numbers } from './numbers.ts';
import { shapes } from './shapes.ts';
import { sizes } from './sizes.ts';
import { statuses } from './statuses.ts';

const ofKind =
  (kind: EvilKind) =>
  (behaviour: OfKind): EvilBehaviour => ({ ...behaviour, kind });

/** Every way in which the simulator can answer that no API should. */
export const evilBehaviours: readonly EvilBehaviour[] = [
  ...numbers.map(ofKind('numbers')),
  ...sizes.map(ofKind('sizes')),
  ...encodings.map(ofKind('encodings')),
  ...shapes.map(ofKind('shapes')),
  ...[...statuses, ...connections].map(ofKind('transport')),
];

/** Throws SimulatorOptionError for a name that is not in the catalogue. */
export function evilBehaviour(name: string): EvilBehaviour {
  const behaviour = evilBehaviours.find((candidate) => candidate.name === name);
  if (behaviour !== undefined) return behaviour;
  throw new SimulatorOptionError(`Unknown behaviour "${name}". --evil list shows all.`);
}
