import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

const grants = [
  'users',
  'tokens',
  'sessions',
  'policy',
  'models',
  'deployments',
  'apps',
  'config',
  'hosts',
  'probing',
];
const areas = ['smoke', 'authnz', 'installers', 'model-engine'];

describe('a word that is nearly a known one', () => {
  test.each([
    { word: 'authz', meant: 'authnz' },
    { word: 'auhtnz', meant: 'authnz' },
    { word: 'Smoke', meant: 'smoke' },
    { word: 'SMOKE', meant: 'smoke' },
    { word: 'installer', meant: 'installers' },
    { word: 'modelengine', meant: 'model-engine' },
  ])('$word is taken for $meant', ({ word, meant }) => {
    expect(didYouMean(word, areas)).toBe(` Did you mean '${meant}'?`);
  });

  test('is found wherever the slip is', () => {
    const slip = fc.constantFrom(...grants).chain((grant) =>
      fc.nat({ max: grant.length - 1 }).map((at) => ({
        grant,
        word: `${grant.slice(0, at)}${grant.slice(at + 1)}`,
      })),
    );

    fc.assert(
      fc.property(slip, ({ grant, word }) => {
        expect(didYouMean(word, grants)).toBe(` Did you mean '${grant}'?`);
      }),
    );
  });
});

describe('a word that is like none', () => {
  test.each(['', 'x', 'moon', 'constructor', 'https://smoke'])('%j is taken for nothing', (word) => {
    expect(didYouMean(word, areas)).toBe('');
  });

  test('is taken for nothing where nothing is known', () => {
    expect(didYouMean('smoke', [])).toBe('');
  });
});
