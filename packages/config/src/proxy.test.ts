import { expect, test } from 'vitest';
import { proxyFor } from './proxy.ts';

const env = { HTTP_PROXY: 'http://plain.test:3128', HTTPS_PROXY: 'http://tls.test:3128' };

test.each([
  { what: 'the one for plain requests', url: 'http://t.test', env, proxy: { server: env.HTTP_PROXY } },
  { what: 'the one for TLS', url: 'https://t.test', env, proxy: { server: env.HTTPS_PROXY } },
  {
    what: 'also one in lower case',
    url: 'https://t.test',
    env: { https_proxy: 'http://low.test' },
    proxy: { server: 'http://low.test' },
  },
  {
    what: 'one with the hosts that are asked directly',
    url: 'http://t.test',
    env: { ...env, NO_PROXY: 'localhost,.corp' },
    proxy: { server: env.HTTP_PROXY, bypass: 'localhost,.corp' },
  },
  {
    what: 'one with credentials beside its address',
    url: 'http://t.test',
    env: { HTTP_PROXY: 'http://uat:p%40ss@plain.test:3128' },
    proxy: { server: 'http://plain.test:3128', username: 'uat', password: 'p@ss' },
  },
])('the proxy of a target is $what', ({ url, env: given, proxy }) => {
  expect(proxyFor(url, given)).toEqual(proxy);
});

test.each([
  { what: 'the environment names none', given: {} },
  { what: 'the variable is empty', given: { HTTP_PROXY: '' } },
  { what: 'only the other kind has one', given: { HTTPS_PROXY: env.HTTPS_PROXY } },
  { what: 'only hosts without one are named', given: { NO_PROXY: '*' } },
])('there is no proxy when $what', ({ given }) => {
  expect(proxyFor('http://t.test', given)).toBeUndefined();
});
