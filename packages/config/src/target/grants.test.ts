import { describe, expect, test } from 'vitest';
import { expandGrants, grants, parseGrants } from './grants.ts';
import { UatError } from '@uat/core';

describe('what stood behind --grant', () => {
  test.each([
    { words: 'tokens', granted: ['tokens'] },
    { words: 'users,tokens', granted: ['users', 'tokens'] },
    { words: 'tokens, users', granted: ['users', 'tokens'] },
    { words: 'tokens tokens', granted: ['tokens'] },
    { words: 'all', granted: [...grants] },
    { words: 'tokens,all', granted: [...grants] },
  ])("'$words' grants $granted", ({ words, granted }) => {
    expect(parseGrants(words)).toEqual(granted);
  });

  test.each([
    { words: 'everything', named: 'everything' },
    { words: 'tokens,token', named: 'token' },
    { words: '', named: '' },
    { words: ' , ', named: ' , ' },
    { words: 'Tokens', named: 'Tokens' },
  ])("'$words' is refused by name, with the grants that there are", ({ words, named }) => {
    expect(() => parseGrants(words)).toThrow(UatError);
    expect(() => parseGrants(words)).toThrow(`'${named}' is not a grant. Grants: users, tokens,`);
  });
});

test('a grant that is nearly one is answered with the one that was meant', () => {
  expect(() => parseGrants('tokens,sesions')).toThrow(
    /'sesions' is not a grant\. .* Did you mean 'sessions'\?$/,
  );
});

describe('the grants of a profile', () => {
  test('all means every grant there is', () => {
    expect(expandGrants('all')).toEqual([...grants]);
  });

  test('a list comes back in one order and without duplicates', () => {
    expect(expandGrants(['hosts', 'users', 'hosts'])).toEqual(['users', 'hosts']);
  });

  test('nothing written grants nothing', () => {
    expect(expandGrants([])).toEqual([]);
  });
});
