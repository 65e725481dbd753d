import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginRecord, readRecord, recordEvent, type Verdict, verdictSchema } from '@uat/record';
import { describe, expect, test } from 'vitest';
import { asAdmin, sharedPlatform } from './support/shared-platform.ts';
import { startCommand, uat } from './support/spawn-uat.ts';
import { stubServer } from '@uat/testing';
import { temporaryFolder } from '@uat/testing';

const platform = sharedPlatform();
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The results that Allure makes its report from. */
function allureResults(out: string): unknown[] {
  const folder = path.join(out, 'allure-results');
  const files = readdirSync(folder).filter((name) => name.endsWith('-result.json'));
  return files.map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
}

/** The folders of parts that account for the tests of a run by turns, each with those that others need. */
function parts(out: string, of: number): string[] {
  const { header, events } = readRecord(out);
  const plan = events.find((one) => one.event === 'planned');
  const isDependency = (id: string) => plan?.tests.find((one) => one.id === id)?.dependency === true;
  const own = plan?.assigned.filter((id) => !isDependency(id)) ?? [];
  return Array.from({ length: of }, (_, index) => {
    const folder = temporaryFolder();
    const isElsewhere = (id: string) => own.includes(id) && own.indexOf(id) % of !== index;
    beginRecord(folder, { ...header, shard: { index: index + 1, of } });
    for (const one of events) {
      if (one.event === 'planned')
        recordEvent(folder, { ...one, assigned: one.assigned.filter((id) => !isElsewhere(id)) });
      else if (!('id' in one && isElsewhere(one.id ?? ''))) recordEvent(folder, one);
    }
    return folder;
  });
}

const withoutAttachments = ({ attachments: _attachments, ...failure }: Verdict['failures'][number]) =>
  failure;

describe('a run that can be judged', () => {
  test('names the broken promise, its ticket and how to run it again', async () => {
    const { exitCode, verdict, out } = await uat(['broken', '--no-report']);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.counts).toMatchObject({ discovered: 2, passed: 1, failed: 1, dependency: 2 });
    expect(verdict.failures).toEqual([
      expect.objectContaining({
        id: 'broken/broken#a-visitor-reads-the-models',
        title: 'a visitor reads the models',
        file: expect.stringMatching(/suites\/broken\/broken\.spec\.ts:4$/),
        area: 'broken',
        tickets: ['ENG-3'],
        catches: ['A18'],
        class: 'product',
        layer: 'api',
        phase: 'test',
        error: expect.stringMatching(/^expected success, got 401 from GET \/api\/models\//),
        rerun: "pnpm uat broken --grep 'a visitor reads the models'",
      }),
    ]);
    expect(existsSync(path.join(out, 'allure-report'))).toBe(false);
    const results = readdirSync(path.join(out, 'allure-results'));
    expect(
      results.filter((name) => name.endsWith('.zip')),
      'no trace, which nothing can redact',
    ).toEqual([]);

    // Judged again elsewhere, from the record alone.
    const moved = temporaryFolder();
    for (const file of ['run.json', 'events.ndjson']) cpSync(path.join(out, file), path.join(moved, file));
    const again = await startCommand(['judge', moved, '--json', '-'], { cwd: tmpdir() });
    expect(again.exitCode).toBe(1);
    expect(JSON.parse(again.stdout)).toEqual(verdict);
    for (const file of ['summary.md', 'junit.xml'])
      expect(readFileSync(path.join(moved, file))).toEqual(readFileSync(path.join(out, file)));

    // Split by hand in three, and merged.
    const merged = await startCommand(['merge', ...parts(out, 3), '--out', temporaryFolder(), '--json', '-']);
    const { kind, counts, failures, trouble } = verdictSchema.parse(JSON.parse(merged.stdout));
    expect(merged.exitCode).toBe(1);
    expect({ kind, counts, failures: failures.map(withoutAttachments), trouble }).toEqual({
      ...{ kind: verdict.kind, counts: verdict.counts, trouble: verdict.trouble },
      failures: verdict.failures.map(withoutAttachments),
    });
  });

  test('is a regression when the layer below is red, and says what did not run because of it', async () => {
    const { exitCode, verdict } = await uat(['behind-red-smoke', '--target', platform().url, '--no-report']);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.counts).toMatchObject({ discovered: 1, passed: 0, notRun: 1, dependency: 1 });
    expect(verdict.failures.map(({ id }) => id)).toEqual(['red-smoke/red#the-ping-is-refused']);
    expect(verdict.trouble).toContain('1 test did not run: red-smoke is red');
  });
});

describe('a command line or configuration that cannot be run', () => {
  test.each([
    { what: 'an unknown area', args: ['authz'], says: "There is no area 'authz'. Areas: kept, broken" },
    { what: 'an unknown target', args: ['kept', '--target', 'moon'], says: "There is no target 'moon'" },
    {
      what: 'a malformed URL',
      args: ['kept', '--target', 'https://'],
      says: "'https://' is not a URL of a target",
    },
    {
      what: 'an unknown grant',
      args: ['kept', '--grant', 'everything'],
      says: "'everything' is not a grant",
    },
    { what: 'a time that is none', args: ['kept', '--timeout', 'soon'], says: "'soon' is not a time" },
    { what: 'no number of workers', args: ['kept', '--workers', 'many'], says: '--workers takes a whole' },
    {
      what: 'a CA file that is none',
      args: ['kept', '--target', 'https://127.0.0.1:1', '--ca', '/dev/null'],
      says: '--ca /dev/null',
    },
    {
      what: 'an option that Playwright does not know',
      args: ['kept', '--', '--fast'],
      says: 'It was given: --fast',
    },
  ])('ends with 2 and a sentence: $what', async ({ args, says }) => {
    const { exitCode, verdict, stdout } = await uat(args);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.trouble.join('\n')).toContain(says);
    expect(stdout).toContain(says.split('\n')[0]);
  });

  test('shows no password that stands in the URL of a target', async () => {
    const { verdict, stdout, stderr, out } = await uat(['kept', '--target', 'https://ada:hunter22@t.test']);

    expect(verdict).toMatchObject({ kind: 'configuration', target: { name: 't.test' } });
    const written = readFileSync(path.join(out, 'summary.md'), 'utf8') + JSON.stringify(verdict);
    expect(written + stdout + stderr).not.toContain('hunter22');
  });

  test.each([
    { file: 'broken-configs/no-areas.config.ts', says: 'is not a valid config' },
    { file: 'broken-configs/throws.config.ts', says: 'the configuration was left half-edited' },
    { file: 'broken-configs/there-is-no-such-file.ts', says: 'There is no config file' },
  ])('ends with 2 for $file', async ({ file, says }) => {
    const { exitCode, verdict } = await uat(['kept'], { config: here(file) });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.trouble.join('\n')).toContain(says);
  });

  test('ends with 2 and the place when a spec names no ticket', async () => {
    const { exitCode, verdict } = await uat(['careless'], { config: here('no-ticket/uat.config.ts') });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.trouble.join('\n')).toMatch(
      /careless\.spec\.ts:4: 'covers nothing' does not say which ticket/,
    );
  });
});

describe('an attached target', () => {
  test('is tested under the name of the profile, and the rest is listed as not proven', async () => {
    const { exitCode, verdict } = await uat(['set-up', 'granted', '--target', 'env', '--no-report'], {
      env: { KAMIWAZA_BASE_URL: `${platform().url}/api`, ...asAdmin },
    });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 0, kind: 'pass' });
    expect(verdict.target).toMatchObject({ name: 'env', url: platform().url });
    expect(verdict.counts).toMatchObject({ discovered: 3, passed: 1, notEligible: 2 });
    expect(verdict.notEligible).toEqual([
      {
        id: 'set-up/set-up#a-holder-of-a-token-is-known',
        requires: 'role:user',
        reason: "target 'env' has no credentials for the role user",
      },
      {
        id: 'granted/granted#a-token-is-made-and-removed',
        requires: 'grant:tokens',
        reason: "target 'env' does not grant tokens",
      },
    ]);
  });

  test('that refuses a password and a token is a matter of configuration', async () => {
    const { exitCode, verdict, stdout } = await uat(['set-up', '--target', platform().url, '--no-report'], {
      env: { ...asAdmin, KAMIWAZA_PASSWORD: 'not the password', UAT_USER_TOKEN: 'no.such.token' },
    });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    const refused = expect.stringContaining('refuses the credentials of the role');
    expect(verdict.failures).toEqual([
      expect.objectContaining({
        title: 'the administrator is known',
        class: 'configuration',
        error: refused,
      }),
      expect.objectContaining({
        title: 'a holder of a token is known',
        class: 'configuration',
        error: refused,
      }),
    ]);
    expect(stdout).not.toContain('not the password');
  });

  test('that breaks nearly everything is judged by as many failures as the lane bears', async () => {
    const lost = ['lost', '--target', platform().url, '--lane', 'nightly', '--no-report'];

    const { exitCode, verdict } = await uat(lost);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.counts).toMatchObject({ discovered: 4, passed: 0, failed: 2, notRun: 2 });
    expect(verdict.trouble).toEqual(['2 tests did not run: the run ended after 2 failures (--max-failures)']);
  });
});

describe('a target that is not what it should be', () => {
  test('and is not there is infrastructure', async () => {
    const { exitCode, verdict } = await uat(['kept', '--target', 'http://127.0.0.1:1']);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.trouble.join('\n')).toContain('cannot be reached or is not a Kamiwaza');
    expect(verdict.counts.discovered).toBe(0);
  });

  test('and is something else is infrastructure', async () => {
    await using other = await stubServer(
      (_request, response) => void response.writeHead(404).end('nothing here'),
    );

    const { exitCode, verdict } = await uat(['kept', '--target', other.url]);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.trouble.join('\n')).toContain('answered 404');
  });

  test('cannot be shown to anybody where there is no browser; the rest is judged', async () => {
    const env = { PATH: path.dirname(process.execPath), PLAYWRIGHT_BROWSERS_PATH: temporaryFolder() };

    const { exitCode, verdict } = await uat(['kept', 'browser', '--target', platform().url, '--no-report'], {
      env,
    });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.counts).toMatchObject({ discovered: 3, passed: 2, failed: 1 });
    expect(verdict.failures).toEqual([expect.objectContaining({ area: 'browser', class: 'infrastructure' })]);
  });

  test('and breaks in the sign-in is a regression', async () => {
    await using broken = await stubServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.url === '/api/ping') return void response.end('{"status":"pong","timestamp":1}');
      response.writeHead(500).end('{"detail":"Internal Server Error"}');
    });

    const { exitCode, verdict, out } = await uat(
      ['set-up', '--target', broken.url, '--grep', 'the administrator is known', '--no-report'],
      { env: asAdmin },
    );

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.failures[0]).toMatchObject({ class: 'product' });
    expect(verdict.failures[0]?.error).toContain('500 from POST /api/auth/token');
    expect(allureResults(out), 'the ticket is linked although the sign-in died').toEqual([
      expect.objectContaining({
        links: [{ type: 'issue', name: 'ENG-7', url: 'https://linear.app/kamiwaza/issue/ENG-7' }],
        labels: expect.arrayContaining([
          { name: 'epic', value: 'A sign-in before the promise' },
          { name: 'feature', value: 'set-up' },
          { name: 'severity', value: 'normal' },
          { name: 'role', value: 'admin' },
        ]),
      }),
    ]);
  });

  test('and answers otherwise than the contract says is a regression', async () => {
    await using other = await stubServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.url === '/api/auth/users/me') response.statusCode = 401;
      response.end(JSON.stringify({ status: 5, detail: 'Not authenticated' }));
    });

    const { exitCode, verdict } = await uat(['agreed', '--target', other.url, '--no-report']);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.failures[0]?.error).toMatch(/^GET \/api\/auth\/health breaks the contract: .*status/);
  });

  test('and gives a page where JSON belongs is a regression', async () => {
    await using page = await stubServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Welcome</title>');
    });

    const { exitCode, verdict } = await uat(['kept', '--target', page.url, '--no-report']);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
  });

  test('and dies during the run is infrastructure', async () => {
    let pings = 0;
    await using dying = await stubServer((request, response) => {
      pings += request.url === '/api/ping' ? 1 : 0;
      // Alive for the check at the start, which asks twice, gone for every test and for the question after its failure.
      if (pings > 2 || !request.url?.startsWith('/api/ping')) return void request.socket.destroy();
      response.setHeader('content-type', 'application/json').end('{"status":"pong","timestamp":1}');
    });

    const { exitCode, verdict } = await uat(['kept', '--target', dying.url, '--no-report']);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    // The second test may be over before the run is ended for the first.
    expect(new Set(verdict.failures.map((failure) => failure.class))).toEqual(new Set(['infrastructure']));
  });
});
