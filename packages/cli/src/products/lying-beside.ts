import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Product } from '@uat/config';

/** Names under which vendors publish what goes with a package, the usual one first. */
const names = {
  sums: (file: string) => ['SHA256SUMS', 'SHA256SUMS.txt', `${file}.sha256`],
  signature: (file: string) => ['SHA256SUMS.asc', 'SHA256SUMS.gpg', 'SHA256SUMS.sig', `${file}.sha256.asc`],
  key: () => ['release-key.asc', 'public-key.asc', 'publickey.asc', 'KEY.asc', 'KEYS'],
  sbom: (file: string) => [`${file}.cdx.json`, `${file.replace(/\.(deb|rpm|tar\.\w+|sh)$/, '')}.cdx.json`],
};

/** What lies beside a package: its sums, their signature and key, and its list of parts. */
export function lyingBeside(artifact: string): Product['beside'] {
  const found = Object.entries(names).flatMap(([what, namesFor]) => {
    const file = namesFor(path.basename(artifact))
      .map((name) => path.join(path.dirname(artifact), name))
      .find((one) => existsSync(one));
    return file === undefined ? [] : [[what, file]];
  });
  return Object.fromEntries(found);
}
