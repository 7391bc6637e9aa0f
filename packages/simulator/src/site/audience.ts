import { createRandom, weightedDraw } from './random.ts';
import type { Device } from './visit.ts';

export type Profile = {
  device: Device;
  os: string;
  browser: string;
  browserVersion: string;
  country: string;
};

/** What a visitor uses: always the same for one visitor of one seed, however often they return. */
export function profileOf(seed: number, visitor: string): Profile {
  const random = createRandom(seed, 'visitor', visitor);
  const device = drawDevice(random);
  const [os, browser] = SYSTEMS[device](random);
  return {
    device,
    os,
    browser,
    browserVersion: VERSIONS[browser] ?? '1.0',
    country: drawCountry(random),
  };
}

const drawDevice = weightedDraw<Device>([
  ['PC', 54],
  ['Mobile', 41],
  ['Tablet', 4.6],
  ['Other', 0.4],
]);

const SYSTEMS = {
  PC: weightedDraw<readonly [string, string]>([
    [['Windows', 'Chrome'], 40],
    [['Windows', 'Edge'], 20],
    [['Windows', 'Firefox'], 7],
    [['MacOSX', 'Safari'], 12],
    [['MacOSX', 'Chrome'], 12],
    [['Linux', 'Firefox'], 3],
    [['ChromeOS', 'Chrome'], 2],
    [['Windows', 'Opera'], 2],
  ]),
  Mobile: weightedDraw<readonly [string, string]>([
    [['IOS', 'MobileSafari'], 44],
    [['Android', 'ChromeMobile'], 38],
    [['Android', 'SamsungInternet'], 9],
    [['IOS', 'FacebookApp'], 4],
    [['Android', 'FirefoxMobile'], 3],
    [['IOS', 'GoogleApp'], 2],
  ]),
  Tablet: weightedDraw<readonly [string, string]>([
    [['IOS', 'MobileSafari'], 70],
    [['Android', 'ChromeMobile'], 30],
  ]),
  Other: weightedDraw<readonly [string, string]>([[['Linux', 'Other'], 1]]),
};

const VERSIONS: Partial<Record<string, string>> = {
  Chrome: '142.0',
  ChromeMobile: '142.0',
  Edge: '142.0',
  Firefox: '145.0',
  FirefoxMobile: '145.0',
  Safari: '26.1',
  MobileSafari: '26.1',
  SamsungInternet: '29.0',
  Opera: '124.0',
  FacebookApp: '538.0',
  GoogleApp: '395.0',
};

const drawCountry = weightedDraw<string>([
  ['Germany', 44],
  ['Austria', 14],
  ['United States', 11],
  ['Switzerland', 9],
  ['United Kingdom', 6],
  ['Netherlands', 4],
  ['France', 3],
  ['Poland', 2],
  ['Italy', 2],
  ['Spain', 1.5],
  ['Korea, Republic of', 1],
  ['Taiwan, Province of China', 0.7],
  ['Hong Kong', 0.5],
]);
