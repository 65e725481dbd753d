import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verdictSchema } from '@uat/record';
import { $ } from 'zx';
import { type Middle, proxiedPlatform } from './proxied-platform.ts';

/** An area that is run on a platform behind a proxy. */
export interface Examined {
  area: string;
  /** Its target in bench/uat.config.ts. */
  target: string;
  /** Flags of the platform. */
  flags: readonly string[];
}

/** Titles of the tests that are red when this stands in front of the platform, and what they say. */
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
