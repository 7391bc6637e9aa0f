import { type Random, weightedDraw } from './random.ts';

export type Acquisition = {
  source: string | null;
  medium: string | null;
  campaign: string | null;
  channel: string;
  referrer: string | null;
  /** The tracking parameters that the way of coming leaves in the entry URL. */
  tracking: (random: Random) => string;
};

/** How a visitor found the site. */
export const drawAcquisition = weightedDraw<Acquisition>([
  [organic('google', 'https://www.google.com/'), 36],
  [organic('bing', 'https://www.bing.com/'), 4],
  [
    organic(
      'com.google.android.googlequicksearchbox',
      'android-app://com.google.android.googlequicksearchbox/',
    ),
    2,
  ],
  [
    {
      source: null,
      medium: null,
      campaign: null,
      channel: 'Direct',
      referrer: null,
      tracking: () => '',
    },
    26,
  ],
  [
    {
      source: 'google',
      medium: 'cpc',
      campaign: 'chairs-search',
      channel: 'PaidSearch',
      referrer: 'https://www.google.com/',
      tracking: (random) => `gclid=${clickId(random)}`,
    },
    9,
  ],
  [
    {
      source: 'newsletter',
      medium: 'email',
      campaign: 'autumn-sale',
      channel: 'Email',
      referrer: null,
      tracking: () => 'utm_source=newsletter&utm_medium=email&utm_campaign=autumn-sale',
    },
    7,
  ],
  [
    {
      source: 'facebook',
      medium: 'social',
      campaign: 'autumn-sale',
      channel: 'Social',
      referrer: 'https://l.facebook.com/',
      tracking: (random) =>
        `utm_source=facebook&utm_medium=social&utm_campaign=autumn-sale&fbclid=${clickId(random)}`,
    },
    7,
  ],
  [
    {
      source: 'chatgpt.com',
      medium: 'referral',
      campaign: null,
      channel: 'AITools',
      referrer: 'https://chatgpt.com/',
      tracking: () => 'utm_source=chatgpt.com',
    },
    3,
  ],
  [referral('interior-blog.example', 'https://interior-blog.example/best-oak-chairs'), 4],
  [referral('deals.example', 'https://deals.example/'), 2],
]);

function organic(source: string, referrer: string): Acquisition {
  return {
    source,
    medium: 'organic',
    campaign: null,
    channel: 'OrganicSearch',
    referrer,
    tracking: () => '',
  };
}

function referral(source: string, referrer: string): Acquisition {
  return {
    source,
    medium: 'referral',
    campaign: null,
    channel: 'Referral',
    referrer,
    tracking: () => '',
  };
}

function clickId(random: Random): string {
  return `Cj0K${Math.floor(random.next() * 2 ** 32).toString(36)}${Math.floor(random.next() * 2 ** 32).toString(36)}`;
}
