import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { configurationError } from '@uat/config';

export interface TrustOptions {
  url: string;
  /** Whether certificates are checked at all (`KAMIWAZA_VERIFY_SSL`). */
  verifyTls: boolean;
  /** PEM file of a certificate authority (`--ca`). */
  ca?: string | undefined;
}

/**
 * Makes this process trust what a target presents, and gives the variables by which child processes do.
 * @throws UatError (configuration) when the file holds no certificate.
 */
export async function trust({ url, verifyTls, ca }: TrustOptions): Promise<NodeJS.ProcessEnv> {
  if (!verifyTls) {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    return { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  }
  if (ca === undefined) return {};

  tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificateIn(ca)]);
  const key = url.startsWith('https:') ? await verifiedKey(new URL(url)) : undefined;
  // Child processes run in another folder than whoever named it.
  return { NODE_EXTRA_CA_CERTS: path.resolve(ca), ...(key === undefined ? {} : { UAT_TRUSTED_KEY: key }) };
}

function certificateIn(file: string): string {
  try {
    const pem = readFileSync(file, 'utf8');
    return new X509Certificate(pem).toString();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw configurationError(`--ca ${file} is no PEM file with a certificate: ${reason}`, { cause: error });
  }
}

/**
 * The key of the target's certificate (SHA-256 of its SPKI, base64) after Node has verified it; Chromium, which cannot
 * be given a certificate authority, is told to accept that one key. `undefined` when it cannot be verified: the probe
 * then says why.
 */
async function verifiedKey({ hostname, port }: URL): Promise<string | undefined> {
  // The brackets of an IPv6 address belong to the URL; an address is no name to ask for.
  const host = hostname.replaceAll(/[[\]]/g, '');
  const socket = tls.connect({
    host,
    port: Number(port || 443),
    ...(isIP(host) === 0 ? { servername: host } : {}),
    timeout: 5_000,
  });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(5_000) });
    const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
    return key === undefined ? undefined : createHash('sha256').update(key).digest('base64');
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}
