import { describe, expect, test } from 'vitest';
import { capabilitiesIn } from './capabilities.ts';

const documentWith = (...operations: [path: string, verb: string][]) => ({
  paths: Object.fromEntries(operations.map(([path, verb]) => [path, { [verb]: {} }])),
});

describe('what an OpenAPI document offers', () => {
  test('is what it has all operations of, whatever their parameters are called', () => {
    const document = documentWith(
      ['/auth/users/local', 'post'],
      ['/auth/users/{id}', 'delete'],
      ['/auth/policy', 'put'],
    );

    expect(capabilitiesIn(document)).toEqual(['users', 'policy']);
  });

  test('is not what it has a part of, nor another verb', () => {
    expect(
      capabilitiesIn(documentWith(['/auth/users/local', 'post'], ['/logger/platform', 'delete'])),
    ).toEqual([]);
  });

  test('is what it names, where no operation could show it', () => {
    expect(capabilitiesIn({ paths: {}, 'x-uat-capabilities': ['pkce', 'users', 'flying'] })).toEqual([
      'pkce',
    ]);
  });

  test.each([undefined, null, 'a page', {}, { paths: 'none' }])('is nothing when it is %j', (document) => {
    expect(capabilitiesIn(document)).toEqual([]);
  });
});
