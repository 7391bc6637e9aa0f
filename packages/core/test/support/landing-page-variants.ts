const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const HEXADECIMAL = '0123456789abcdef';
const BASE_62 = `${SMALL.toUpperCase()}${SMALL}0123456789`;
const BASE_64_URL = `${BASE_62}-_`;

/** What ad platforms, mailers, shops and single sign-on hang on the address of one page, drawn anew each time. */
export function landingPageVariants(page: string, count: number): string[] {
  const random = createRandom(20_261_120);
  const from = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[random(alphabet.length)]).join('');
  const uuid = (): string => [8, 4, 4, 4, 12].map((length) => from(HEXADECIMAL, length)).join('-');
  const mail = (): string => `${from(SMALL, 5)}.${from(SMALL, 7)}@mail.example`;
  const queries = [
    () => `gclid=Cj0KCQiA${from(BASE_64_URL, 70)}_wcB`,
    () =>
      `gclid=EAIaIQobChMI${from(BASE_64_URL, 60)}_BwE&gad_source=1&gad_campaignid=${random(2 ** 31)}`,
    () => `gad_source=2&gbraid=0AAAAA${from(BASE_64_URL, 36)}`,
    () => `wbraid=Cj8KCQiA${from(BASE_64_URL, 80)}`,
    () => `fbclid=IwAR${from(BASE_64_URL, 57)}&utm_source=facebook&utm_medium=paid`,
    () => `fbclid=PAZXh0bgNhZW0BMABhZGlk${from(BASE_64_URL, 80)}_aem_${from(BASE_64_URL, 22)}`,
    () => `msclkid=${from(HEXADECIMAL, 32)}&utm_campaign=lamps%20${random(99)}`,
    () =>
      `utm_source=newsletter&utm_medium=email&utm_id=${random(9999)}&mc_eid=${from(HEXADECIMAL, 10)}`,
    () => `ttclid=E.C.P.${from(BASE_64_URL, 90)}`,
    () => `twclid=2-${from(BASE_62.slice(26), 24)}`,
    () => `li_fat_id=${uuid()}`,
    () => `ScCid=${uuid()}`,
    () => `srsltid=AfmBOo${from(BASE_64_URL, 50)}`,
    () => `_gl=1*${from(SMALL, 6)}*_up*MQ..*_gs*MQ..&gclid=${from(BASE_64_URL, 90)}`,
    () =>
      `matchtype=p&network=g&device=m&creative=${6e11 + random(2 ** 31)}&adposition=&gclid=${from(BASE_64_URL, 80)}`,
    () =>
      `campaignid=${random(2 ** 31)}&adgroupid=${random(2 ** 31)}&targetid=kwd-${random(2 ** 31)}&loc_physical_ms=${random(9_999_999)}`,
    // Under names nobody knows.
    () => `xclk=${from(BASE_64_URL, 64)}`,
    () => `btag=${from(BASE_62, 40)}&visitor=${uuid()}`,
    () => `t=${from(HEXADECIMAL, 32)}`,
    () => `ref=${uuid()}`,
    () => `ob=v1-${from(HEXADECIMAL, 40)}-00${from(HEXADECIMAL, 30)}`,
    () => from(HEXADECIMAL, 40),
    () => `data=eyJ1c2VyIjoi${from(BASE_62, 60)}%3D%3D`,
    () => `jwt2=eyJhbGciOiJIUzI1NiJ9.${from(BASE_64_URL, 60)}.${from(BASE_64_URL, 43)}`,
    () => `session=${uuid()}`,
    () => `PHPSESSID=${from(BASE_62.slice(26), 26)}`,
    () => `sid=${random(2 ** 31)}&uid=${random(9999)}`,
    () => `email=${mail()}`,
    () => `e-mail=${encodeURIComponent(mail())}`,
    () => `mail=${encodeURIComponent(encodeURIComponent(mail()))}&user_id=${random(9999)}`,
    () => `tel=%2B49${random(2 ** 31)}`,
    () => `customer_id=${random(99_999)}&access_token=${from(BASE_62, 12)}`,
    () => `utm_source=google&amp;gclid=${from(BASE_64_URL, 80)}`,
    () => `utm_source=google?gclid=${from(BASE_64_URL, 80)}`,
  ];
  return Array.from({ length: count }, (_, index) => {
    const chosen = [queries[index % queries.length]?.() ?? ''];
    if (random(3) === 0) chosen.push(queries[random(queries.length)]?.() ?? '');
    const path = random(10) === 0 ? `${page};jsessionid=${from(HEXADECIMAL, 32)}.node1` : page;
    const fragment = random(8) === 0 ? '#section' : '';
    return `${path}${random(4) === 0 ? '/' : ''}?${chosen.join('&')}${fragment}`;
  });
}

/** Whole numbers from 0, below a bound; the same ones each time. */
function createRandom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
