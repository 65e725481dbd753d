import type { Product } from '@uat/config';

/** The metadata of a Playwright project, for reporters. */
export interface ProjectMetadata {
  area: string;
  /** Whether its tests use the target of the run. */
  target: boolean;
  /** Name of the product that its tests are about, where there are several. */
  product?: string;
}

/**
 * The Playwright projects of an area: one with its name. An area about packages has one per product, each with a single
 * worker, so that two workers do not install the same package; with only one product the project has the area's name,
 * so that the ids of its tests do not depend on the package.
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
