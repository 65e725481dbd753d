import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cataloguedFaults } from '@uat/faults';
import { sourceFiles, type SourceFile, sourcesOfRun } from './sources.ts';

const files: SourceFile[] = [
  'docs/authnz.md',
  'packages/cli/src/main.ts',
  'packages/cli/src/main.test.ts',
  'packages/faults/catalog/residue/f01-settings-outlive-purge.ts',
  'packages/faults/catalog/forward-auth/a10-unsigned-identity.ts',
  'packages/faults/catalog/relations/ax10-revoked-relation-holds.ts',
  'packages/faults/catalog/personal-access-tokens/a04b-revoked-token-passes-the-gateway.ts',
  'packages/faults/inject/claims-in.ts',
  'suites/authnz/tokens.spec.ts',
  'suites/installers/purge.spec.ts',
].map((file) => ({ path: file, content: 'before' }));

/** Whether a run is another one after this file has changed. */
function isAnother(changed: string, run: { areas: string[]; fault: string | undefined }) {
  const after = files.map((file) => (file.path === changed ? { ...file, content: 'after' } : file));
  expect(after).not.toEqual(files);
  return sourcesOfRun(after, run) !== sourcesOfRun(files, run);
}

describe('a run is another one when', () => {
  test.each([
    { file: 'packages/cli/src/main.ts', fault: undefined },
    { file: 'suites/authnz/tokens.spec.ts', fault: undefined },
    { file: 'packages/faults/inject/claims-in.ts', fault: 'A4' },
    { file: 'packages/faults/catalog/forward-auth/a10-unsigned-identity.ts', fault: 'A10' },
    { file: 'packages/faults/catalog/relations/ax10-revoked-relation-holds.ts', fault: 'AX10' },
    {
      file: 'packages/faults/catalog/personal-access-tokens/a04b-revoked-token-passes-the-gateway.ts',
      fault: 'A4b',
    },
    { file: 'packages/faults/catalog/residue/f01-settings-outlive-purge.ts', fault: 'F1' },
  ])('$file changes, with the fault $fault', ({ file, fault }) => {
    expect(isAnother(file, { areas: ['smoke', 'authnz'], fault })).toBe(true);
  });
});

describe('a run stays what it is when', () => {
  test.each([
    { file: 'docs/authnz.md', fault: 'A4' },
    { file: 'packages/cli/src/main.test.ts', fault: 'A4' },
    { file: 'suites/installers/purge.spec.ts', fault: 'A4' },
    { file: 'packages/faults/catalog/forward-auth/a10-unsigned-identity.ts', fault: 'A1' },
    { file: 'packages/faults/catalog/relations/ax10-revoked-relation-holds.ts', fault: undefined },
    {
      file: 'packages/faults/catalog/personal-access-tokens/a04b-revoked-token-passes-the-gateway.ts',
      fault: 'A4',
    },
  ])('$file changes, with the fault $fault', ({ file, fault }) => {
    expect(isAnother(file, { areas: ['smoke', 'authnz'], fault })).toBe(false);
  });
});

test('the sources of a run are others with each fault', async () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'uat-sources-'));
  onTestFinished(() => rmSync(scratch, { recursive: true }));
  const all = (await sourceFiles(scratch)) ?? [];
  const sources = all.filter(({ path: file }) => file.startsWith('packages/faults/'));
  const faults = cataloguedFaults();

  const clean = sourcesOfRun(sources, { areas: [], fault: undefined });
  const names = faults.map(({ id }) => sourcesOfRun(sources, { areas: [], fault: id }));

  expect(new Set([clean, ...names]).size).toBe(faults.length + 1);
});
