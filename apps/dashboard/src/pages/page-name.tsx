import { pageLabel } from '@clarity-keep/core';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';

/** A longer page cannot be asked for: visitors make such addresses, no site does. */
const LONGEST_ASKED = 2048;

/** A page by its name, and the way to it. */
export function PageName({ page, siteHost }: { page: string; siteHost: string | null }) {
  const { hrefOfView } = useAddress();
  const label = pageLabel(page, siteHost);
  if (page === '' || page.length > LONGEST_ASKED) return label;
  return <Link href={hrefOfView({ path: '/page', page, measure: 'sessions' })}>{label}</Link>;
}
