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
 * them, with one worker, so that what is installed once for many tests is not installed by two workers at once; a
 * single one needs no name, so that its tests have the same ids whatever the package is called.
 */
export function areaProjects(area: string, target: boolean, products: readonly Pick<Product, 'name'>[]) {
  const [first, ...others] = target ? [] : products;
  if (first === undefined) return [{ name: area, metadata: { area, target } satisfies ProjectMetadata }];
  return [first, ...others].map(({ name: productName }) => {
    const use = { productName };
    if (others.length === 0) return { name: area, metadata: { area, target } satisfies ProjectMetadata, use };
    const metadata: ProjectMetadata = { area, target, product: productName };
    return { name: `${area}:${productName}`, metadata, use, workers: 1 };
  });
}
