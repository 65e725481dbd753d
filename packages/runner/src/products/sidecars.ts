import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Product } from '@uat/config';

/** Checksum algorithms that vendors use, the most usual first. */
const algorithms = ['sha256', 'sha512', 'sha384', 'sha224', 'sha1', 'md5'];

// Usual names of the files beside a package, the most usual first.
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

/** The files beside a package: checksums, their signature and key, the bill of materials. */
export function sidecarsOf(artifact: string): Product['beside'] {
  const file = path.basename(artifact);
  const first = (names: readonly string[], accepts: (file: string) => boolean = () => true) =>
    names
      .map((name) => path.join(path.dirname(artifact), name))
      .find((one) => existsSync(one) && accepts(one));
  const sums = first(sumsNames(file));
  return {
    sums,
    signature: sums && first(signatureNames(path.basename(sums)), isOpenPgp),
    key: first(keyNames),
    sbom: first(sbomNames(file)),
  };
}

/** Starts of signatures that are not OpenPGP: minisign and signify, ssh-keygen, openssl. */
const foreign = ['untrusted comment:', '-----BEGIN SSH SIGNATURE', '-----BEGIN PKCS7', '-----BEGIN CMS'];

function isOpenPgp(signature: string): boolean {
  const text = readFileSync(signature, 'latin1').trimStart();
  return !foreign.some((beginning) => text.startsWith(beginning));
}
