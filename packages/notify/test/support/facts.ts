import type { CollectionFacts } from '../../src/index.ts';

/** A collection that went well. */
export function someFacts(overrides: Partial<CollectionFacts> = {}): CollectionFacts {
  return {
    project: { id: 'wxb0r23ozh', name: 'Example Shop' },
    token: { fingerprint: '0123456789abcdef', expiresAt: new Date('2027-06-01T00:00:00Z') },
    error: null,
    answered: 3,
    isQuotaUsedElsewhere: false,
    unrecognised: [],
    unreadable: [],
    daysAtRisk: [],
    ...overrides,
  };
}
