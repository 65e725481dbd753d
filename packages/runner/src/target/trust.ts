import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import tls from 'node:tls';
import type { Proxy } from '@uat/config';
import { certificatesIn } from './certificates-in.ts';
import { targetSocket } from './target-socket.ts';

export interface TrustOptions {
  url: string;
  /** Whether certificates are checked at all (`KAMIWAZA_VERIFY_SSL`). */
  verifyTls: boolean;
  /** PEM file of certificate authorities (`--ca`), in addition to `NODE_EXTRA_CA_CERTS`. */
  ca?: string | undefined;
  /** Folder for a file with the authorities of both. */
  folder: string;
  /** Proxy to the target. */
  proxy?: Proxy | undefined;
}

/** Settings with which other processes trust a target. */
export interface Trust {
  /** Variables for child processes. */
  env: NodeJS.ProcessEnv;
  /** Key of the target's certificate, for a browser; absent when Node could not verify it. */
  trustedKey?: string;
}

/**
 * Makes this process trust a target's certificate, and gives the settings for other processes. Trusted authorities are
 * those of the system, of `NODE_EXTRA_CA_CERTS` and of `--ca`, for Node, Playwright and the browser alike.
 * @throws UatError (configuration) when a file holds no certificate.
 */
export async function trust({ url, verifyTls, ca, folder, proxy }: TrustOptions): Promise<Trust> {
  if (!verifyTls) {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    return { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } };
  }
  const extra = process.env['NODE_EXTRA_CA_CERTS'] || undefined;
  // Node only warns about a file that it cannot read, and would then trust less than requested.
  const known = extra === undefined ? [] : certificatesIn(extra, 'NODE_EXTRA_CA_CERTS');
  const given = ca === undefined ? [] : certificatesIn(ca, '--ca');
  if (given.length > 0) tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...given]);
  const key = url.startsWith('https:') ? await verifiedKey(new URL(url), proxy) : undefined;
  return {
    env: authorities({ extra, ca, folder, all: [...known, ...given] }),
    ...(key === undefined ? {} : { trustedKey: key }),
  };
}

interface AuthoritiesOptions {
  extra: string | undefined;
  ca: string | undefined;
  folder: string;
  all: string[];
}

/**
 * The variable with one file of authorities, by absolute path, because child processes have another working directory.
 */
function authorities({ extra, ca, folder, all }: AuthoritiesOptions): NodeJS.ProcessEnv {
  if (extra === undefined && ca === undefined) return {};
  if (extra === undefined || ca === undefined)
    return { NODE_EXTRA_CA_CERTS: path.resolve(extra ?? ca ?? '') };
  const both = path.join(folder, 'authorities.pem');
  writeFileSync(both, all.join(''), { mode: 0o600 });
  return { NODE_EXTRA_CA_CERTS: both };
}

/**
 * The key of the target's certificate (SHA-256 of its SPKI, base64), verified by Node: Chromium takes no certificate
 * authority, but can be told to accept one key. `undefined` when it cannot be verified; the probe then reports why.
 */
async function verifiedKey(url: URL, proxy: Proxy | undefined): Promise<string | undefined> {
  try {
    const socket = await targetSocket(url, proxy, AbortSignal.timeout(5_000));
    const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
    socket.destroy();
    return key === undefined ? undefined : createHash('sha256').update(key).digest('base64');
  } catch {
    return undefined;
  }
}
