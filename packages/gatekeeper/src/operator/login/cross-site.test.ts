import { expect, test } from 'vitest';
import { crossSiteProblem } from './cross-site.ts';

const publicUrl = new URL('http://gate.example:8787/');

test.each([
  { headers: { 'sec-fetch-site': 'same-origin' } },
  { headers: { origin: 'http://gate.example:8787' } },
  // Behind a port forward, the browser knows better than the setting.
  { headers: { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:8787' } },
])('$headers is from the page itself', ({ headers }) => {
  expect(crossSiteProblem(headers, publicUrl)).toBeUndefined();
});

test.each([
  { headers: { 'sec-fetch-site': 'cross-site' }, says: /another site/ },
  { headers: { 'sec-fetch-site': 'same-site' }, says: /another site/ },
  { headers: { 'sec-fetch-site': 'none' }, says: /another site/ },
  { headers: { 'sec-fetch-site': 'cross-site', origin: 'http://gate.example:8787' }, says: /another site/ },
  { headers: { origin: 'https://evil.example' }, says: /from https:\/\/evil\.example, but/ },
  { headers: { origin: 'http://gate.example' }, says: /PUBLIC_URL/ },
  { headers: { origin: 'null' }, says: /from null, but/ },
  { headers: {}, says: /does not say/ },
])('$headers is refused', ({ headers, says }) => {
  expect(crossSiteProblem(headers, publicUrl)).toMatch(says);
});
