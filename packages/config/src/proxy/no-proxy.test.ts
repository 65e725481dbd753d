import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noProxyList } from './no-proxy.ts';

describe('NO_PROXY', () => {
  test.each([
    { list: 'kamiwaza.test', url: 'https://kamiwaza.test', covers: true },
    { list: 'kamiwaza.test', url: 'https://a.b.kamiwaza.test', covers: true },
    { list: 'kamiwaza.test', url: 'https://mykamiwaza.test', covers: false },
    { list: '.kamiwaza.test', url: 'https://kamiwaza.test', covers: true },
    { list: '.kamiwaza.test', url: 'https://a.kamiwaza.test', covers: true },
    { list: '*.kamiwaza.test', url: 'https://a.kamiwaza.test', covers: true },
    { list: 'KAMIWAZA.Test.', url: 'https://kamiwaza.test', covers: true },
    { list: 'kamiwaza.test:8443', url: 'https://kamiwaza.test:8443', covers: true },
    { list: 'kamiwaza.test:443', url: 'https://kamiwaza.test', covers: true },
    { list: 'kamiwaza.test:8443', url: 'https://kamiwaza.test', covers: false },
    { list: '.kamiwaza.test:80', url: 'http://a.kamiwaza.test', covers: true },
    { list: 'other, 10.1.2.3', url: 'http://10.1.2.3', covers: true },
    { list: '10.1.2.3', url: 'http://10.1.2.30', covers: false },
    { list: '10.0.0.0/8', url: 'http://10.200.3.4:8080', covers: true },
    { list: '10.0.0.0/8', url: 'http://11.0.0.1', covers: false },
    { list: '10.0.0.0/8', url: 'http://10.example.test', covers: false },
    { list: '192.168.1.0/24', url: 'http://192.168.2.1', covers: false },
    { list: '[::1]', url: 'http://[::1]:8080', covers: true },
    { list: '::1', url: 'http://[::1]', covers: true },
    { list: '[::1]:8080', url: 'http://[::1]:8080', covers: true },
    { list: '[::1]:8080', url: 'http://[::1]:8081', covers: false },
    { list: 'fd00::/8', url: 'http://[fd12::1]', covers: true },
    { list: 'fd00::/8', url: 'http://[fe80::1]', covers: false },
    { list: 'localhost 127.0.0.1', url: 'http://127.0.0.1:39111', covers: true },
    { list: 'a,,b', url: 'http://c', covers: false },
    { list: '', url: 'http://c', covers: false },
  ])('$list covers $url: $covers', ({ list, url, covers }) => {
    expect(noProxyList(list)).toMatchObject({ all: false });
    expect(noProxyList(list).covers(url)).toBe(covers);
  });

  test.each(['*', 'a, *', '* b'])('%j means everything', (list) => {
    expect(noProxyList(list).all).toBe(true);
  });

  test('is given to Chromium and Node in their own forms', () => {
    const { forChromium, forNode } = noProxyList('.corp.test, a.test:80 10.1.2.3/8,[::1],10.9.9.9');

    expect(forChromium).toEqual([
      ...['corp.test', '.corp.test', 'a.test:80', '.a.test:80', '10.1.2.3/8', '[::1]', '10.9.9.9'],
    ]);
    expect(forNode).toBe(
      'corp.test,.corp.test,a.test:80,.a.test:80,10.0.0.0-10.255.255.255,[::1],::1,10.9.9.9',
    );
  });

  test.each(['10.0.0.0/33', '300.0.0.0/8', 'fd00::/129'])('a range that is none is refused: %s', (list) => {
    expect(() => noProxyList(list)).toThrow(/NO_PROXY holds .*not an address range/);
  });

  test('never throws for words, and an address is in each of its own ranges', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('/')),
        (text) => {
          noProxyList(text).covers('http://a.test');
        },
      ),
    );
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, bits) => {
        expect(noProxyList(`${address}/${bits}`).covers(`http://${address}`)).toBe(true);
      }),
    );
  });
});
