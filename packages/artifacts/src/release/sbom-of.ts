import { createHash } from 'node:crypto';
import type { PackagePlan } from '../plan/package-plan.ts';
import { buildTime } from '../write/build-time.ts';
import { archivePayload } from '../write/archive-payload.ts';
import { payloadOf } from '../write/payload.ts';
import type { PackageFormat } from './package-format.ts';

/** A third-party component of a product. */
export interface Part {
  name: string;
  version: string;
  /** Package URL: `pkg:npm/fastify@5.0.0`. */
  purl: string;
  /** SPDX expression, if known. */
  licence?: string;
}

/** The bill of materials of a package in CycloneDX 1.6: its third-party components, and each file with its SHA-256. */
export async function sbomOf(
  plan: PackagePlan,
  format: PackageFormat,
  parts: readonly Part[] = [],
): Promise<object> {
  const payload = await payloadOf(plan);
  const files = (format === 'tarball' ? await archivePayload(plan, payload) : payload).filter(
    ({ type }) => type === 'file',
  );
  const components = [
    ...parts.map(({ name, version, purl, licence }) => ({
      type: 'library',
      'bom-ref': purl,
      name,
      version,
      purl,
      ...(licence === undefined ? {} : { licenses: [{ expression: licence }] }),
    })),
    ...files.map(({ path, sha256 }) => ({
      type: 'file',
      'bom-ref': `file:${path}`,
      name: path,
      hashes: [{ alg: 'SHA-256', content: sha256 }],
    })),
  ];
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidFrom(JSON.stringify([plan.name, plan.version, components]))}`,
    version: 1,
    metadata: {
      timestamp: new Date(buildTime() * 1000).toISOString(),
      component: { type: 'application', 'bom-ref': plan.name, name: plan.name, version: plan.version },
    },
    components,
  };
}

// The same content has the same serial number: a UUID of version 8 (RFC 9562), derived from its hash.
function uuidFrom(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
