import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixturePlan } from '../fixture/fixture-plan.ts';
import type { Artifact } from '../read/artifact.ts';
import { BrokenArtifactError } from '../read/broken-artifact-error.ts';
import { readArtifact } from '../read/read-artifact.ts';
import { buildRpm } from './build-rpm.ts';

const hasRpm = !(await execa('rpmbuild', ['--version'], { reject: false })).failed;

// Skipped where the distribution's package `rpm` is not installed.
describe.skipIf(!hasRpm)('an RPM', () => {
  let folder: string;
  let artifact: Artifact;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'uat-artifacts-'));
    artifact = await readArtifact(await buildRpm(fixturePlan('current'), folder));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('reports its metadata, files and scripts', () => {
    expect(artifact).toMatchObject({
      kind: 'rpm',
      name: 'acme-agent',
      version: '1.1.0',
      architecture: 'all',
      conffiles: ['/etc/acme-agent/agent.conf'],
      depends: ['/bin/sh', 'python3'],
    });
    expect(Object.keys(artifact.scripts)).toEqual(['preinst', 'postinst', 'prerm', 'postrm']);
    expect(artifact.files).toContainEqual(
      expect.objectContaining({ path: '/opt/acme-agent/bin/acme-agent', mode: 0o755, owner: 'root' }),
    );
  });

  test('keeps per cent signs in its scripts', () => {
    expect(artifact.scripts.preinst).toContain("printf '%s: %s\\n'");
  });

  test('that is truncated is broken', async () => {
    const cut = path.join(folder, 'cut.rpm');
    await writeFile(cut, (await readFile(artifact.file)).subarray(0, 5000));

    await expect(readArtifact(cut)).rejects.toThrow(BrokenArtifactError);
  });
});
