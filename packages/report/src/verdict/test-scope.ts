/** The scope of a test in reports: its area, and the product where there are several. */
export function testScope({ area, product }: { area: string; product?: string | undefined }): string {
  return product === undefined ? area : `${area} (${product})`;
}
