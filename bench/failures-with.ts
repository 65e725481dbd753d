import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verdictSchema } from '@uat/record';
import { $ } from 'zx';

/** Titles of the tests of an area that are red on a platform with this fault, and their messages. */
export async function failuresWith(fault: string | undefined, area: string): Promise<string[]> {
  const out = await mkdtemp(path.join(tmpdir(), 'uat-bench-'));
  const chosen = fault === undefined ? [] : ['--fault', fault];
  const run = $({ quiet: true, nothrow: true });
  await run`node packages/cli/src/main.ts smoke ${area} ${chosen} --no-report --out ${out} -- --no-deps`;
  const verdict = verdictSchema.parse(JSON.parse(await readFile(path.join(out, 'verdict.json'), 'utf8')));
  await rm(out, { recursive: true });
  if (verdict.kind !== 'pass' && verdict.kind !== 'regression') return [`(${verdict.kind})`];
  return verdict.failures.map(
    ({ title, error }) => `“${title}” (${(error.split('\n')[0] ?? '').slice(0, 120)})`,
  );
}
