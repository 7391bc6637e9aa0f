import type { Signal } from '../../segments/signals.ts';
import { signals } from '../../segments/signals.ts';
import { signalNames } from '../../display/names/signal-names.ts';
import type { Facts } from './model-brief.ts';

type Entries = { readonly [name: string]: Facts };

/** How people write a signal: `rage click`, `quick backs`. */
const patterns = Object.fromEntries(
  signals.map((signal) => {
    const words = signalNames[signal].replace(/s$/, '').replaceAll(/[- ]/g, '[- ]?');
    return [signal, new RegExp(`\\b${words}s?\\b`, 'i')];
  }),
) as Record<Signal, RegExp>;

const NAMES = new Set<string>(Object.values(signalNames));

/** The facts about the signals that a text names, or all facts where it names none. */
export function factsOfSignals(facts: Facts, text: string): Facts {
  const named = new Set<string>(
    signals.filter((signal) => patterns[signal].test(text)).map((signal) => signalNames[signal]),
  );
  return named.size === 0 ? facts : withoutOthers(facts, named);
}

/** What the facts of the whole site say about one page. */
export function factsOfPage(facts: Facts, id: string): Facts[] {
  if (facts === null || typeof facts === 'string') return [];
  if (isEntries(facts) && facts.page === id) return [facts];
  return Object.values(facts).flatMap((fact: Facts) => factsOfPage(fact, id));
}

/** All objects in facts. */
export function entriesOf(facts: Facts): Entries[] {
  if (facts === null || typeof facts === 'string') return [];
  const below = Object.values(facts).flatMap(entriesOf);
  return isEntries(facts) ? [facts, ...below] : below;
}

function withoutOthers(facts: Facts, named: ReadonlySet<string>): Facts {
  if (facts === null || typeof facts === 'string') return facts;
  if (!isEntries(facts)) return facts.map((fact) => withoutOthers(fact, named));
  const { signal } = facts;
  if (typeof signal === 'string' && !named.has(signal)) return null;
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([name]) => !NAMES.has(name) || named.has(name))
      .map(([name, fact]) => [name, withoutOthers(fact, named)]),
  );
}

function isEntries(facts: Facts): facts is Entries {
  return typeof facts === 'object' && facts !== null && !Array.isArray(facts);
}
