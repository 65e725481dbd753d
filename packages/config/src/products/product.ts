import { z } from 'zod';
import { productProfileSchema } from './product-profile.ts';

/** Files found beside a package, or made for the run. */
const besideSchema = z.object({
  /** Checksums in the format of `sha256sum`, or of the program that the file is named after. */
  sums: z.string().optional(),
  /** Detached signature of the checksums. `key` is the public key for it. */
  signature: z.string().optional(),
  key: z.string().optional(),
  /** Bill of materials: CycloneDX, JSON. */
  sbom: z.string().optional(),
});

/** A package under test: the paths of its files, and the facts known about it. */
export const productSchema = z.object({
  /** Unique name in the run: `kamiwaza-deb`. */
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  kind: z.enum(['deb', 'rpm', 'tarball', 'script']),
  /** Path of the package. */
  artifact: z.string(),
  version: z.string(),
  /** Name in the package manager; for an archive, its own name. */
  package: z.string(),
  /** Dependencies that the package declares. */
  depends: z.array(z.string()).default([]),
  beside: besideSchema,
  /** Reason why it cannot be read completely; absent when it can. */
  problem: z.string().optional(),
  /** Name of the product of this run with the same programs, on which they are judged. */
  programsOf: z.string().optional(),
  /** Path of the earlier version to upgrade from. */
  previous: z.string().optional(),
  /** Path of a later version, to which `previous` cannot be upgraded directly. */
  next: z.string().optional(),
  /** Folder with the packages that it depends on, for machines without a network. */
  dependencies: z.string().optional(),
  /** Name of the profile that it is checked with; `derived` where there is none. */
  profileName: z.string(),
  profile: productProfileSchema.omit({ artifacts: true }).strip(),
});
export type Product = z.infer<typeof productSchema>;
