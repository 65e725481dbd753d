import { describe, expect, test } from 'vitest';
import { productFacts, whyUnknown } from './product-facts.ts';
import { type Product, productSchema } from './product.ts';

const unknown: Product = productSchema.parse({
  name: 'acme-deb',
  kind: 'deb',
  artifact: '/tmp/acme_1.0_all.deb',
  package: 'acme',
  version: '1.0',
  beside: {},
  profileName: 'derived',
  profile: { title: 'acme' },
});

describe('what is known of a product', () => {
  test('is what its package says when there is no profile', () => {
    expect(productFacts.filter((fact) => whyUnknown(fact, unknown) === undefined)).toEqual([
      'whole',
      'package manager',
      'deb',
      'purge',
      'programs of its own',
    ]);
  });

  test('comes with a reason where it is missing', () => {
    expect(whyUnknown('previous', unknown)).toBe('no earlier version was given (--previous)');
  });

  test('grows with what the profile promises', () => {
    const promised: Product = {
      ...unknown,
      previous: '/tmp/acme_0.9_all.deb',
      profile: { ...unknown.profile, refuses: ['downgrade'] },
    };

    expect(whyUnknown('previous', promised)).toBeUndefined();
    expect(whyUnknown('refuses downgrade', promised)).toBeUndefined();
    expect(whyUnknown('refuses skipped version', promised)).toContain('does not promise');
  });
});
