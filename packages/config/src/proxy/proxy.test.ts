import { describe, expect, test } from 'vitest';
import { directRoute, proxyRoute } from './proxy.ts';

const env = { HTTP_PROXY: 'http://plain.test:3128', HTTPS_PROXY: 'http://tls.test:3128' };

describe('the proxy of a target', () => {
  test.each([
    { what: 'the one for plain requests', url: 'http://t.test', given: env, server: env.HTTP_PROXY },
    { what: 'the one for TLS', url: 'https://t.test', given: env, server: env.HTTPS_PROXY },
    {
      what: 'the one for all',
      url: 'https://t.test',
      given: { ALL_PROXY: 'http://all.test' },
      server: 'http://all.test',
    },
    {
      what: 'in lower case first',
      url: 'https://t.test',
      given: { https_proxy: 'http://low.test', HTTPS_PROXY: 'http://up.test' },
      server: 'http://low.test',
    },
    {
      what: 'in upper case where that in lower case is empty',
      url: 'https://t.test',
      given: { https_proxy: '', HTTPS_PROXY: 'http://up.test' },
      server: 'http://up.test',
    },
    {
      what: 'one without a scheme',
      url: 'http://t.test',
      given: { HTTP_PROXY: '127.0.0.1:39131' },
      server: 'http://127.0.0.1:39131',
    },
    { what: 'a name alone', url: 'http://t.test', given: { HTTP_PROXY: 'proxy' }, server: 'http://proxy' },
    {
      what: 'itself reached over TLS',
      url: 'http://t.test',
      given: { HTTP_PROXY: 'https://p.test' },
      server: 'https://p.test',
    },
  ])('is $what', ({ url, given, server }) => {
    const route = proxyRoute(url, given);

    expect(route).toMatchObject({ proxy: { server }, browserProxy: { server } });
    expect(route.env).toMatchObject({ HTTPS_PROXY: server, http_proxy: server, no_proxy: '' });
    expect(route.env).toMatchObject({ ALL_PROXY: '', NODE_USE_ENV_PROXY: '1' });
  });

  test('has its credentials beside its address, and in it for Node', () => {
    const { proxy, env: forNode } = proxyRoute('http://t.test', { HTTP_PROXY: 'uat:p%40ss@plain.test:3128' });

    expect(proxy).toEqual({ server: 'http://plain.test:3128', username: 'uat', password: 'p@ss' });
    expect(forNode['HTTP_PROXY']).toBe('http://uat:p%40ss@plain.test:3128');
  });

  test('lets a browser ask others directly', () => {
    const { proxy, browserProxy } = proxyRoute('http://t.test', { ...env, NO_PROXY: '.corp,10.0.0.0/8' });

    expect(proxy).toEqual({ server: env.HTTP_PROXY });
    expect(browserProxy).toEqual({ server: env.HTTP_PROXY, bypass: '<-loopback>,corp,.corp,10.0.0.0/8' });
  });
});

describe('a target is asked directly', () => {
  test.each([
    { what: 'the environment names no proxy', given: {} },
    { what: 'the variable is empty', given: { HTTP_PROXY: ' ' } },
    { what: 'only the other kind has one', given: { HTTPS_PROXY: env.HTTPS_PROXY } },
    { what: 'all are', given: { ...env, NO_PROXY: '*' } },
    { what: 'all are, in lower case', given: { ...env, no_proxy: '*', NO_PROXY: 'x' } },
  ])('when $what', ({ given }) => {
    expect(proxyRoute('http://t.test', given)).toEqual(directRoute);
  });

  test('when NO_PROXY names it, also by the browser, which goes to others by the proxy', () => {
    const route = proxyRoute('http://t.test:8080', { ...env, NO_PROXY: '.test' });

    expect(route).toEqual({
      ...directRoute,
      browserProxy: { server: env.HTTP_PROXY, bypass: '<-loopback>,test,.test,t.test' },
    });
  });
});

test.each([
  ['http://', /HTTP_PROXY is not the URL of a proxy; write http:\/\/host:port/],
  ['http://a b', /HTTP_PROXY is not the URL of a proxy/],
  ['socks5://p.test:1080', /HTTP_PROXY names a socks5 proxy, and uat supports http and https proxies only/],
  ['http://uat:100%@p.test', /credentials in HTTP_PROXY contain a %/],
])('%s is a configuration error that tells no password', (value, says) => {
  let error: unknown;
  try {
    proxyRoute('http://t.test', { HTTP_PROXY: value });
  } catch (caught) {
    error = caught;
  }

  expect(error).toMatchObject({ kind: 'configuration', message: expect.stringMatching(says) });
  expect(String(error)).not.toContain('100%@');
});
