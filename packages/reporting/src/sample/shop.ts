import type { Day, Signal } from '@clarity-keep/core';

/** A shop that does not exist. */
export const shop = {
  id: 'w7samp1e0x',
  name: 'Fernweh Outdoor',
  timeZone: 'Europe/Berlin',
  home: 'https://www.fernweh.example',
} as const;

/** Who comes: of all sessions, in percent. The names are Clarity's. */
export const audience = [
  { device: 'Mobile', browser: 'MobileSafari', share: 28 },
  { device: 'Mobile', browser: 'ChromeMobile', share: 24 },
  { device: 'Mobile', browser: 'SamsungInternet', share: 5 },
  { device: 'PC', browser: 'Chrome', share: 22 },
  { device: 'PC', browser: 'Edge', share: 9 },
  { device: 'PC', browser: 'Firefox', share: 5 },
  { device: 'PC', browser: 'Safari', share: 4 },
  { device: 'Tablet', browser: 'MobileSafari', share: 3 },
] as const;

export type Visitor = (typeof audience)[number];

/** How far they get down a page, of what they get on a computer. */
export const scrolling: Record<Visitor['device'], number> = { Mobile: 0.82, PC: 1, Tablet: 0.94 };

/** Sessions with a signal on a page on which nothing is wrong, in percent. */
const ordinaryRates: Record<Signal, number> = {
  rageClicks: 1.1,
  deadClicks: 3.2,
  errorClicks: 0.5,
  scriptErrors: 0.5,
  quickbackClicks: 3.2,
  excessiveScrolls: 0.8,
};

/** How often a signal occurs in a session that has it. */
export const eventsPerSession: Record<Signal, number> = {
  rageClicks: 3.3,
  deadClicks: 2.1,
  errorClicks: 1.6,
  scriptErrors: 3.1,
  quickbackClicks: 1.1,
  excessiveScrolls: 1.3,
};

/** Something wrong with a page: so many percent of its sessions more have the signal. */
export interface Trouble {
  signal: Signal;
  rate: number;
  from?: Day;
  /** The first day on which it is put right. */
  until?: Day;
  /** All of them have it when this is left out. */
  strikes?: (visitor: Visitor) => boolean;
}

export interface ShopPage {
  path: string;
  /** In a week of the autumn. */
  sessions: number;
  activeSeconds: number;
  /** Percent, on a computer. */
  scrollDepth: number;
  /** The day on which it went live; before the first day of the sample when left out. */
  from?: Day;
  troubles?: readonly Trouble[];
}

const onPhones = ({ device }: Visitor): boolean => device === 'Mobile';
const inSafari = ({ browser }: Visitor): boolean => browser.endsWith('Safari');

/** What the sample tells: on Wednesday 18 November the payment button breaks on phones. */
const storied: readonly ShopPage[] = [
  {
    path: '/checkout/payment',
    sessions: 1_240,
    activeSeconds: 96,
    scrollDepth: 78,
    troubles: [
      { signal: 'rageClicks', rate: 0.5 },
      { signal: 'rageClicks', rate: 22, from: '2026-11-18', strikes: onPhones },
      { signal: 'errorClicks', rate: 18, from: '2026-11-18', strikes: onPhones },
    ],
  },
  {
    path: '/account/orders/:id',
    sessions: 640,
    activeSeconds: 58,
    scrollDepth: 66,
    troubles: [{ signal: 'scriptErrors', rate: 58, from: '2026-11-09', strikes: inSafari }],
  },
  {
    path: '/product/alpine-jacket',
    sessions: 1_880,
    activeSeconds: 84,
    scrollDepth: 61,
    troubles: [{ signal: 'deadClicks', rate: 8.9, from: '2026-10-12' }],
  },
  {
    path: '/search?q=',
    sessions: 1_390,
    activeSeconds: 47,
    scrollDepth: 45,
    troubles: [{ signal: 'quickbackClicks', rate: 9.4, from: '2026-11-02' }],
  },
  {
    path: '/cart',
    sessions: 2_030,
    activeSeconds: 52,
    scrollDepth: 72,
    troubles: [{ signal: 'deadClicks', rate: 6.2, until: '2026-11-13' }],
  },
  {
    path: '/category/boots',
    sessions: 1_190,
    activeSeconds: 69,
    scrollDepth: 58,
    troubles: [{ signal: 'quickbackClicks', rate: 6.5, until: '2026-11-16' }],
  },
  {
    path: '/gift-finder',
    sessions: 400,
    activeSeconds: 71,
    scrollDepth: 51,
    from: '2026-11-16',
    troubles: [{ signal: 'deadClicks', rate: 12 }],
  },
  {
    path: '/size-guide',
    sessions: 590,
    activeSeconds: 63,
    scrollDepth: 90,
    troubles: [{ signal: 'excessiveScrolls', rate: 14, from: '2026-11-19', strikes: onPhones }],
  },
  {
    path: '/careers/apply',
    sessions: 190,
    activeSeconds: 131,
    scrollDepth: 83,
    troubles: [{ signal: 'errorClicks', rate: 19 }],
  },
  {
    path: '/blog/packing-list-for-the-alps',
    sessions: 480,
    activeSeconds: 112,
    scrollDepth: 81,
    from: '2026-11-15',
  },
  { path: '/', sessions: 5_700, activeSeconds: 38, scrollDepth: 52 },
  { path: '/category/backpacks', sessions: 1_610, activeSeconds: 66, scrollDepth: 57 },
  { path: '/category/tents', sessions: 1_020, activeSeconds: 67, scrollDepth: 56 },
  { path: '/checkout/address', sessions: 1_430, activeSeconds: 88, scrollDepth: 80 },
  { path: '/checkout/thank-you', sessions: 720, activeSeconds: 24, scrollDepth: 64 },
  { path: '/help/returns', sessions: 330, activeSeconds: 74, scrollDepth: 69 },
];

const goods = 'jacket pants fleece boots poles pack tent mat stove lamp'.split(' ');
const ranges = 'ridge fjord moraine tarn scree gale'.split(' ');

/** The many pages on which nothing happens: each product is seen less than the one before it. */
const products = ranges.flatMap((range, inRange) =>
  goods.map((good, inGoods): ShopPage => {
    const place = inRange * goods.length + inGoods + 1;
    return {
      path: `/product/${range}-${good}`,
      sessions: Math.round(900 / place),
      activeSeconds: 60,
      scrollDepth: 59,
    };
  }),
);

export const shopPages: readonly ShopPage[] = [...storied, ...products];

/** The rate of a signal among the sessions of a page on a day, as a fraction. */
export function rateOn(page: ShopPage, signal: Signal, day: Day, visitor: Visitor): number {
  const more = (page.troubles ?? [])
    .filter(
      ({ signal: of, from = day, until, strikes = () => true }) =>
        of === signal && from <= day && (until === undefined || day < until) && strikes(visitor),
    )
    .reduce((sum, { rate }) => sum + rate, 0);
  return (ordinaryRates[signal] + more) / 100;
}
