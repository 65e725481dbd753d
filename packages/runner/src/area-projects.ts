import type { Product } from '@uat/config';

/** What a project of Playwright stands for, told to the reporters with it. */
export interface ProjectMetadata {
  area: string;
  /** Whether its tests ask the target of the run. */
  target: boolean;
  /** The product that its tests are about, where there are several. */
  product?: string;
}

/**
 * The projects of an area: one of its own name. An area that asks no target but judges products has one for each of
 * them; a single one needs no name, so that its tests have the same ids whatever the package is called.
 */
export function areaProjects(area: string, target: boolean, products: readonly Pick<Product, 'name'>[]) {
  const [first, ...others] = target ? [] : products;
  if (first === undefined) return [{ name: area, metadata: { area, target } satisfies ProjectMetadata }];
  return [first, ...others].map(({ name: productName }) => {
    const [name, product] =
      others.length === 0 ? [area] : [`${area}:${productName}`, { product: productName }];
    return { name, metadata: { area, target, ...product } satisfies ProjectMetadata, use: { productName } };
  });
}
