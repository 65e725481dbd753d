import { describe, expect, test } from 'vitest';
import { findTest } from './find-test.ts';

const ends = { id: 'authnz/tokens#a-revoked-token-ends', title: 'a revoked token ends' };
const scope = { id: 'authnz/tokens#a-token-has-a-scope', title: 'a token has a scope' };
const former = 'authnz/tokens#a-token-ends';
const found = (wanted: string) => findTest([ends, scope], wanted, { [former]: ends.id });

describe('a test', () => {
  test.each([
    { by: 'its id', wanted: ends.id },
    { by: 'an id that it had before', wanted: former },
    { by: 'its id with product and repetition', wanted: `${ends.id}@acme-deb~2` },
    { by: 'words of its title', wanted: 'revoked token' },
    { by: 'words of its id', wanted: 'a-revoked' },
  ])('is found by $by', ({ wanted }) => {
    expect(found(wanted)).toBe(ends);
  });

  test.each([
    { what: 'fit several tests', words: 'token', says: `fits 2 tests: ${ends.id}, ${scope.id}. Name one` },
    { what: 'fit none', words: 'moon', says: "The history holds no test 'moon'" },
  ])('is a configuration error when the words $what', ({ words, says }) => {
    expect(() => found(words)).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(says) }),
    );
  });
});
