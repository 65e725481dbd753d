// Required by the certificate library's injector, before all other imports.
import 'reflect-metadata';

import { createPrivateKey, KeyObject } from 'node:crypto';
import { isIP } from 'node:net';

import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A certificate and its private key, in PEM. */
export interface CertifiedKey {
  key: string;
  cert: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 86_400_000;
const authorityDays = 3_650;
// The longest lifetime that browsers accept of a server certificate.
const serverDays = 397;

/** A new private certificate authority. */
export async function newAuthority(): Promise<CertifiedKey> {
  const { publicKey, privateKey } = await newKeys();
  const name = `CN=Kamiwaza UAT private CA ${crypto.randomUUID().slice(0, 8)}`;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name,
    ...lasting(authorityDays),
    signingAlgorithm: algorithm,
    keys: { publicKey, privateKey },
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(publicKey),
    ],
  });
  return { key: pemOf(privateKey), cert: certificate.toString('pem') };
}

/** A new server certificate for `hosts`, names or addresses, issued by `authority`. */
export async function newServerCertificate(
  hosts: readonly string[],
  authority: CertifiedKey,
): Promise<CertifiedKey> {
  const issuer = new X509Certificate(authority.cert);
  const { publicKey, privateKey } = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    subject: 'CN=Kamiwaza UAT platform',
    issuer: issuer.subject,
    ...lasting(serverDays),
    signingAlgorithm: algorithm,
    publicKey,
    signingKey: await signingKeyIn(authority.key),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(
        hosts.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value })),
      ),
      await SubjectKeyIdentifierExtension.create(publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer),
    ],
  });
  return { key: pemOf(privateKey), cert: certificate.toString('pem') };
}

function newKeys() {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

function signingKeyIn(pem: string): Promise<CryptoKey> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  return crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}

function pemOf(privateKey: CryptoKey): string {
  return KeyObject.from(privateKey).export({ type: 'pkcs8', format: 'pem' }).toString();
}

// A minute back, for clients with a slow clock.
function lasting(days: number) {
  const now = Date.now();
  return { notBefore: new Date(now - 60_000), notAfter: new Date(now + days * day) };
}
