import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { verdictSchema } from '@uat/record';
import { kamiwazaLike, stubServer } from '@uat/testing';
import { describe, expect, test } from 'vitest';
import { configElsewhere } from './support/config-elsewhere.ts';
import { sharedPlatform } from './support/shared-platform.ts';
import { harnessConfig, startCommand, uat } from './support/spawn-uat.ts';

const health = (version: string) =>
  JSON.stringify({
    ...{ status: 'healthy', version, uptime: 1, KAMIWAZA_USE_AUTH: true, jwks_cache_status: 'ready' },
  });
const kept = (url: string, times: number) => [
  ...['kept', '--grep', 'the target answers', '--target', url, '--no-report', '--workers', '1'],
  ...['--', '--repeat-each', String(times)],
];

describe('a target', () => {
  test('that dies mid-run ends the rest within seconds, and what was judged stays', async () => {
    let asked = 0;
    let diedAt: number | undefined;
    const alive = kamiwazaLike((_request, response) => void response.end(health('1.2.0')));
    await using dying = await stubServer((request, response) => {
      asked += request.url === '/api/auth/health' ? 1 : 0;
      // Once for uat at the start, and for two tests.
      if (asked > 3) diedAt ??= performance.now();
      if (diedAt === undefined) alive(request, response);
      else request.socket.destroy();
    });

    const { exitCode, verdict } = await uat(kept(dying.url, 400));

    expect(performance.now() - (diedAt ?? 0), 'milliseconds after its death').toBeLessThan(15_000);
    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.counts).toMatchObject({ discovered: 400, passed: 2 });
    expect(verdict.counts.notRun).toBeGreaterThan(200);
    expect(verdict.trouble.join('\n')).toMatch(/tests did not run: the target went down at \d{4}-\d\d-\d\dT/);
    expect(verdict.failures[0]).toMatchObject({ class: 'infrastructure', layer: 'api', confidence: 'high' });
  });

  test('that is replaced by another version is infrastructure, whether a test fails or not', async () => {
    let asked = 0;
    let isStarting = true;
    await using redeployed = await stubServer(
      kamiwazaLike((_request, response) => {
        asked += 1;
        if (asked === 4 && isStarting) response.writeHead(500).end('{"detail":"starting"}');
        else response.end(health(asked < 4 ? '1.2.0' : '1.3.0'));
      }),
    );
    const red = await uat(kept(redeployed.url, 4));
    asked = 0;
    isStarting = false;
    const green = await uat(kept(redeployed.url, 2));

    const named = 'the target was redeployed: version 1.3.0 answers, and 1.2.0 did at the start';
    expect(red.verdict).toMatchObject({ kind: 'infrastructure', exitCode: 3 });
    expect(red.verdict.trouble).toContain(named);
    expect(red.verdict.failures).toMatchObject([{ class: 'infrastructure' }]);
    expect(red.verdict.failures[0]?.evidence).toContain(named);
    expect(green.verdict).toMatchObject({ kind: 'infrastructure', exitCode: 3, counts: { passed: 2 } });
    expect(green.verdict.trouble).toEqual([named]);
  });
});

describe('on a target that is well', () => {
  const platform = sharedPlatform();
  const there = (...words: string[]) => ['--target', platform().url, '--no-report', ...words];

  test('failures by infrastructure end a run when there are too many', async () => {
    const { verdict } = await uat(there('browser', '--lane', 'cd', '--', '--repeat-each', '12'), {
      env: { UAT_BROWSER: '/bin/true' },
    });

    expect(verdict).toMatchObject({ kind: 'infrastructure', exitCode: 3 });
    expect(verdict.counts.notRun).toBeGreaterThan(0);
    expect(verdict.trouble.join('\n')).toContain(
      'the run ended after 5 failures by infrastructure (maxInfrastructureFailures)',
    );
    expect(verdict.failures[0]).toMatchObject({ layer: 'harness', confidence: 'high' });
  });

  test('mistakes of a spec are neither green nor a regression', async () => {
    const { verdict } = await uat(there('mistaken'));

    expect(verdict).toMatchObject({ kind: 'infrastructure', exitCode: 3, counts: { passed: 1, failed: 2 } });
    expect(verdict.failures.map(({ class: is, layer }) => [is, layer])).toEqual([
      ['test', 'harness'],
      ['test', 'harness'],
    ]);
    expect(verdict.failures[0]?.evidence).toContainEqual(
      expect.stringContaining('the target answered its probe'),
    );
  });

  test('symptoms label failures, also those of an old run, and change no exit code', async () => {
    const config = configElsewhere(harnessConfig);
    const symptoms = path.join(path.dirname(config), 'symptoms.yaml');
    writeFileSync(symptoms, '- { label: closed, pattern: "/got 40\\\\d/", ticket: ENG-9 }\n');

    const run = await uat(there('broken'), { config });
    writeFileSync(
      symptoms,
      '- { label: shut, pattern: "got 401" }\n- { label: never, pattern: "got 418" }\n',
    );
    const again = await startCommand(['judge', run.out], { config });
    const judged = verdictSchema.parse(JSON.parse(readFileSync(path.join(run.out, 'verdict.json'), 'utf8')));
    writeFileSync(symptoms, '- label: shut\n  pattern: "/(got/"\n');
    const malformed = await startCommand(['judge', run.out], { config });
    const refused = await uat(there('broken'), { config });

    expect(run.verdict).toMatchObject({ kind: 'regression', exitCode: 1 });
    expect(run.verdict.failures).toMatchObject([{ class: 'known', cause: 'product', labels: ['closed'] }]);
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toContain(`symptoms 2 of today's ${symptoms}`);
    expect(again.stdout).toContain('shut');
    expect(judged.failures).toMatchObject([{ class: 'product', labels: ['shut'] }]);
    expect(malformed.exitCode).toBe(2);
    expect(malformed.stderr).toContain('line 2, entry 1, pattern: ');
    expect(existsSync(path.join(run.out, 'verdict.json')), 'an earlier verdict stays').toBe(true);
    expect(refused.verdict).toMatchObject({ kind: 'configuration', exitCode: 2 });
  });
});
