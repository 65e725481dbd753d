import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';

import type { CertifiedKey } from './issue-certificate.ts';

/** The TLS identity of a server, with the authority for its clients. */
export interface TlsIdentity extends CertifiedKey {
  /** Certificate of the authority that issued it, in PEM. */
  ca: string;
  /** Path of the authority's certificate. */
  caFile: string;
}

const renewBeforeMs = 30 * 86_400_000;

/**
 * A TLS identity for `hosts` (names or addresses), issued by a private certificate authority in `folder`. After a restart
 * the authority is reused, and the certificate too while it covers the hosts and does not expire soon.
 */
export async function tlsIdentity(folder: string, hosts: readonly string[]): Promise<TlsIdentity> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const authority = await keptOrNew(join(folder, 'ca'), isLasting, async () =>
    (await issuing()).newAuthority(),
  );
  const issuer = new X509Certificate(authority.cert).publicKey;
  const stillGood = (certificate: X509Certificate) =>
    isLasting(certificate) && certificate.verify(issuer) && covers(certificate, hosts);
  const server = await keptOrNew(join(folder, 'server'), stillGood, async () =>
    (await issuing()).newServerCertificate(hosts, authority),
  );
  return { ...server, ca: authority.cert, caFile: `${join(folder, 'ca')}.pem` };
}

// The certificate library is only needed the first time.
const issuing = () => import('./issue-certificate.ts');

async function keptOrNew(
  path: string,
  stillGood: (certificate: X509Certificate) => boolean,
  issue: () => Promise<CertifiedKey>,
): Promise<CertifiedKey> {
  const kept = await read(path, stillGood);
  if (kept) return kept;
  const made = await issue();
  await writeFile(`${path}-key.pem`, made.key, { mode: 0o600 });
  await writeFile(`${path}.pem`, made.cert);
  return made;
}

async function read(
  path: string,
  stillGood: (certificate: X509Certificate) => boolean,
): Promise<CertifiedKey | undefined> {
  try {
    const key = await readFile(`${path}-key.pem`, 'utf8');
    const cert = await readFile(`${path}.pem`, 'utf8');
    return stillGood(new X509Certificate(cert)) ? { key, cert } : undefined;
  } catch {
    // A missing or damaged one is replaced.
    return undefined;
  }
}

function isLasting({ validToDate }: X509Certificate): boolean {
  return validToDate.getTime() > Date.now() + renewBeforeMs;
}

function covers(certificate: X509Certificate, hosts: readonly string[]): boolean {
  return hosts.every((host) => (isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host)));
}
