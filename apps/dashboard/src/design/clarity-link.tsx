import type { ReactNode } from 'react';

const CLARITY = 'https://clarity.microsoft.com/';

/** The one site that the dashboard links to; any other link is dropped. */
export function ClarityLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null || !href.startsWith(CLARITY)) return null;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
