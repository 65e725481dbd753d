import { readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';

/** A self-signed certificate for 127.0.0.1. */
export interface TlsFiles {
  /** Path of the certificate. */
  ca: string;
  /** PEM texts. */
  identity: { key: string; cert: string };
}

/** Makes a certificate in a folder, with openssl. */
export async function tlsFiles(folder: string): Promise<TlsFiles> {
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  await execa('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-keyout', key, '-out', cert, '-subj', '/CN=stub', '-addext', 'subjectAltName = IP:127.0.0.1'],
  ]);
  return { ca: cert, identity: { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') } };
}
