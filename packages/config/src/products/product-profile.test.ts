import { describe, expect, test } from 'vitest';
import { defineProduct, productProfileSchema } from './product-profile.ts';

const least = defineProduct({ title: 'ACME agent', artifacts: [/^acme-agent_.*\.deb$/] });

describe('a product profile', () => {
  test('needs a title and the names of packages, and claims nothing else', () => {
    expect(productProfileSchema.parse(least)).toEqual({
      ...least,
      services: [],
      ports: [],
      folders: { code: [], config: [], data: [] },
      flags: {},
      commands: {},
      refuses: [],
      residue: [],
    });
  });

  test('gives a reason for all that may stay behind', () => {
    const residue = [{ pattern: '/var/log/acme', after: 'remove', reason: 'logs are kept for support' }];

    expect(productProfileSchema.parse({ ...least, residue }).residue).toEqual([
      { kind: 'file', ...residue[0] },
    ]);
    expect(
      productProfileSchema.safeParse({ ...least, residue: [{ ...residue[0], reason: '' }] }).success,
    ).toBe(false);
  });

  test.each([
    { what: 'a folder that is not absolute', wrong: { folders: { data: ['var/lib/acme'] } } },
    { what: 'a port that is none', wrong: { ports: [70_000] } },
    { what: 'a service without its suffix', wrong: { services: ['acme-agent'] } },
    { what: 'a flag that no shell can set', wrong: { flags: { 'accept-licence': 'yes' } } },
    { what: 'an empty command', wrong: { commands: { version: [] } } },
    { what: 'a word that it does not know', wrong: { services_: [] } },
  ])('is refused with $what', ({ wrong }) => {
    expect(productProfileSchema.safeParse({ ...least, ...wrong }).success).toBe(false);
  });
});
