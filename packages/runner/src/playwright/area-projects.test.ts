import { describe, expect, test } from 'vitest';
import { areaProjects } from './area-projects.ts';

const products = [{ name: 'acme-deb' }, { name: 'acme-rpm' }];

describe('an area', () => {
  test('that asks a target is one project, whatever is installed beside it', () => {
    expect(areaProjects('authnz', true, products)).toEqual([
      { name: 'authnz', metadata: { area: 'authnz', target: true } },
    ]);
  });

  test('that judges one product is one project of its own name', () => {
    expect(areaProjects('installers', false, products.slice(0, 1))).toEqual([
      {
        name: 'installers',
        metadata: { area: 'installers', target: false },
        use: { productName: 'acme-deb' },
      },
    ]);
  });

  test('that judges several has a project for each, and one worker for it', () => {
    expect(areaProjects('installers', false, products)).toEqual(
      ['acme-deb', 'acme-rpm'].map((product) => ({
        name: `installers:${product}`,
        metadata: { area: 'installers', target: false, product },
        use: { productName: product },
        workers: 1,
      })),
    );
  });

  test('can be listed before there is a product', () => {
    expect(areaProjects('installers', false, [])).toEqual([
      { name: 'installers', metadata: { area: 'installers', target: false } },
    ]);
  });
});
