import { z } from 'zod';
import { productProfileSchema } from './product-profile.ts';

/** What of a package's surroundings was found beside it, or made for the run. */
const besideSchema = z.object({
  /** Sums of the files beside it, as `sha256sum` takes them, or the program of its kind that the file is named for. */
  sums: z.string().optional(),
  /** A detached signature of the sums, and the public key that it was made with. */
  signature: z.string().optional(),
  key: z.string().optional(),
  /** CycloneDX, JSON. */
  sbom: z.string().optional(),
});

/** A package under test: where its files are on this machine, and what is known about it. */
export const productSchema = z.object({
  /** Tells the products of a run apart: `kamiwaza-deb`. */
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  kind: z.enum(['deb', 'rpm', 'tarball', 'script']),
  /** The package, and beside it what came with it. */
  artifact: z.string(),
  version: z.string(),
  /** Name in the package manager; of an archive, its own. */
  package: z.string(),
  /** What it requires, one requirement each, as its package says. */
  depends: z.array(z.string()).default([]),
  beside: besideSchema,
  /** Why it cannot be read to its end; nothing when it can. */
  problem: z.string().optional(),
  /** The package of the same run that carries the same programs, and on which they are judged. */
  programsOf: z.string().optional(),
  /** The version before it, to be upgraded from. */
  previous: z.string().optional(),
  /** A version after it, which the previous one cannot be upgraded to directly. */
  next: z.string().optional(),
  /** A folder of packages that it depends on, for machines without a network. */
  dependencies: z.string().optional(),
  /** The profile it was checked with; its name, or `derived` where nobody wrote one. */
  profileName: z.string(),
  profile: productProfileSchema.omit({ artifacts: true }).strip(),
});
export type Product = z.infer<typeof productSchema>;
