import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verdictSchema } from '@uat/record';
import { $ } from 'zx';
import { type Middle, proxiedPlatform } from './proxied-platform.ts';

/** An area to run against a platform behind a proxy. */
export interface Examined {
  area: string;
  /** The name of the target in bench/uat.config.ts. */
  target: string;
  /** Flags for the platform. */
  flags: readonly string[];
}

/** Titles and errors of the tests that fail with `middle` in front of the platform. */
export async function failuresBehind(middle: Middle, { area, target, flags }: Examined): Promise<string[]> {
  await using platform = await proxiedPlatform(middle, flags);
  const out = await mkdtemp(path.join(tmpdir(), 'uat-bench-'));
  const run = $({ env: { ...platform.env, UAT_TARGET: target }, quiet: true, nothrow: true });
  await run`node packages/cli/src/main.ts smoke ${area} --no-report --out ${out} -- --no-deps`;
  const verdict = verdictSchema.parse(JSON.parse(await readFile(path.join(out, 'verdict.json'), 'utf8')));
  await rm(out, { recursive: true });
  if (verdict.kind !== 'pass' && verdict.kind !== 'regression') return [`(${verdict.kind})`];
  return verdict.failures.map(
    ({ title, error }) => `“${title}” (${(error.split('\n')[0] ?? '').slice(0, 120)})`,
  );
}
