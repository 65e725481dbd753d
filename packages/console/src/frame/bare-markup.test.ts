import { expect, test } from 'vitest';
import { bareMarkup } from './bare-markup.ts';

test.each([
  ['<p class="x">Be <b style=color:red>careful</b></p>', '<p>Be <b>careful</b></p>'],
  ['<img src=x onerror="alert(1)">', '<img>'],
  ['<img/onerror=alert(1)/src=x>', '<img>'],
  ['<<img onerror=alert(1)>', '<<img>'],
  ['<br/>', '<br>'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['<img title=">" onerror=alert(1)>', '<img>" onerror=alert(1)>'],
])('%s becomes %s', (html, bare) => {
  expect(bareMarkup(html)).toBe(bare);
});

test.each([
  ['<a href="https://x.test/?a=1&b=2" onclick="y()">', '<a href="https://x.test/?a=1&b=2">'],
  [`<A target=_blank HREF='/terms "1"'>`, '<a href="/terms &quot;1&quot;">'],
  ['<a href=/terms>', '<a href="/terms">'],
  ['<a name="x">', '<a>'],
])('of %s only the address stays', (link, bare) => {
  expect(bareMarkup(link)).toBe(bare);
});
