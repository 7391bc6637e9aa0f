import { expect, it } from 'vitest';
import { withPictures } from '../../src/index.ts';

const images = [
  { cid: 'trend', png: Buffer.from('one') },
  { cid: 'trend-2', png: Buffer.from('two') },
];

it('puts each picture where it is shown, as often as it is', () => {
  const html = '<img src="cid:trend"><img src="cid:trend-2"><img src="cid:trend">';
  expect(withPictures({ html, images })).toBe(
    '<img src="data:image/png;base64,b25l"><img src="data:image/png;base64,dHdv"><img src="data:image/png;base64,b25l">',
  );
});

it('leaves what a visitor typed, which has no quotation marks of its own', () => {
  const html = '<p>cid:trend &quot;cid:trend&quot;</p>';
  expect(withPictures({ html, images })).toBe(html);
});

it('leaves a mail without pictures as it is', () => {
  expect(withPictures({ html: '<p>"cid:trend"</p>', images: [] })).toBe('<p>"cid:trend"</p>');
});
