import type { ResolvedProducts } from './resolve-products.ts';

/** The package formats in which the embedded platform is released. */
export const platformFormats = ['deb', 'rpm', 'tarball'] as const;

/** The names of the products that a run will have, before any package is made. */
export function productNames({ kind }: ResolvedProducts): readonly string[] {
  switch (kind) {
    case 'none':
      return [];
    case 'fixture':
      return ['deb'];
    case 'platform':
      return platformFormats;
    case 'file':
      return ['package'];
  }
}
