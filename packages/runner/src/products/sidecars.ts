import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Product } from '@uat/config';

/** The sums that vendors publish, the usual one first; each read as the program that it is named for would. */
const algorithms = ['sha256', 'sha512', 'sha384', 'sha224', 'sha1', 'md5'];

// Names under which vendors publish what goes with a package, the usual one first.
const sumsNames = (file: string) =>
  algorithms.flatMap((algorithm) => {
    const all = `${algorithm.toUpperCase()}SUMS`;
    return [all, `${all}.txt`, `${algorithm}sums.txt`, `${algorithm}sum.txt`, `${file}.${algorithm}`];
  });
const signatureNames = (sums: string) =>
  [sums, sums.replace(/\.txt$/, '')].flatMap((signed) =>
    ['.asc', '.gpg', '.sig'].map((ending) => `${signed}${ending}`),
  );
const keyNames = ['release-key.asc', 'public-key.asc', 'publickey.asc', 'KEY.asc', 'KEYS'];
const sbomNames = (file: string) =>
  [file, file.replace(/\.(deb|rpm|tar(\.\w+)?|tgz|txz|sh)$/, '')].map((name) => `${name}.cdx.json`);

/** What lies beside a package: its sums, their signature and key, and its list of parts. */
export function sidecarsOf(artifact: string): Product['beside'] {
  const file = path.basename(artifact);
  const first = (names: readonly string[], accepts: (file: string) => boolean = () => true) =>
    names
      .map((name) => path.join(path.dirname(artifact), name))
      .find((one) => existsSync(one) && accepts(one));
  const sums = first(sumsNames(file));
  return {
    sums,
    signature: sums && first(signatureNames(path.basename(sums)), isReadHere),
    key: first(keyNames),
    sbom: first(sbomNames(file)),
  };
}

/** How signatures begin that other programs make: minisign and signify, ssh-keygen, openssl. They are not read here. */
const foreign = ['untrusted comment:', '-----BEGIN SSH SIGNATURE', '-----BEGIN PKCS7', '-----BEGIN CMS'];

function isReadHere(signature: string): boolean {
  const text = readFileSync(signature, 'latin1').trimStart();
  return !foreign.some((beginning) => text.startsWith(beginning));
}
