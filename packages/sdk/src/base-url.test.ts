import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiBaseUrl } from './base-url.ts';
import { BaseUrlError } from './errors/kamiwaza-error.ts';

const origins = fc
  .tuple(fc.constantFrom('http', 'https'), fc.domain(), fc.option(fc.integer({ min: 1024, max: 65535 })))
  .map(([scheme, host, port]) => `${scheme}://${host}${port === null ? '' : `:${port}`}`);

describe('apiBaseUrl', () => {
  it('gives one address for every spelling of a target', () => {
    fc.assert(
      fc.property(origins, fc.constantFrom('', '/', '/api', '/api/', '/api//'), (origin, tail) => {
        expect(apiBaseUrl(`${origin}${tail}`)).toBe(`${new URL(origin).origin}/api`);
      }),
    );
  });

  it('leaves its own result unchanged', () => {
    fc.assert(
      fc.property(origins, fc.constantFrom('', '/', '/inner/api'), (origin, tail) => {
        const once = apiBaseUrl(`${origin}${tail}`);
        expect(apiBaseUrl(once)).toBe(once);
      }),
    );
  });

  it('rejects everything else with a BaseUrlError and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (input) => {
          try {
            expect(apiBaseUrl(input)).toMatch(/^https?:\/\/[^/]+(\/.*)?\/api$/);
          } catch (error) {
            expect(error).toBeInstanceOf(BaseUrlError);
          }
        },
      ),
    );
  });

  it.each([
    ['https://host/api/auth', /leave out \/auth/],
    ['https://host/api/auth/', /leave out \/auth/],
    ['https://host/login', /not that of an API/],
    ['kamiwaza.test', /needs its scheme/],
    ['', /needs its scheme/],
    ['ftp://host/api', /http or https, not ftp/],
    ['https://host/api?x=1', /query or a fragment/],
    ['https://host/#top', /query or a fragment/],
    ['https://', /not a URL/],
  ])('says what is wrong with %s', (input, why) => {
    expect(() => apiBaseUrl(input)).toThrow(why);
  });

  it.each(['https://admin:hunter2@host', 'admin:hunter2@host', 'https://admin:hunter2@'])(
    'does not repeat the password in %s',
    (input) => {
      expect(() => apiBaseUrl(input)).toThrow(BaseUrlError);
      expect(() => apiBaseUrl(input)).not.toThrow(/hunter2/);
    },
  );
});
