import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Address, View } from './address.ts';
import { hrefOf, parseAddress } from './address.ts';
import type { Period } from './period.ts';

export interface CurrentAddress extends Address {
  /** The address of another view, of the same project and days. */
  hrefOfView: (view: View) => string;
  /** The address of the same view over other days. */
  hrefOfPeriod: (period: Period) => string;
  goTo: (href: string) => void;
}

/** The address as it is now; a component that uses it follows it. */
export function useAddress(): CurrentAddress {
  const [path, goTo] = useLocation();
  const search = useSearch();
  const address = useMemo(() => parseAddress(path, search), [path, search]);
  const hrefOfView = useCallback((view: View) => hrefOf({ ...address, view }), [address]);
  const hrefOfPeriod = useCallback((period: Period) => hrefOf({ ...address, period }), [address]);
  return { ...address, hrefOfView, hrefOfPeriod, goTo };
}
