import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { verdictSchema } from '@uat/record';
import { answered, failed, plan, planned, verdictOn } from '@uat/record/testing';
import { stubServer, temporaryFolder } from '@uat/testing';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { configElsewhere } from './support/config-elsewhere.ts';
import { githubArtifacts } from './support/github-artifacts.ts';
import { githubJob } from './support/github-job.ts';
import { type GithubRun, githubWorkflow, type Io, type Workflow } from './support/github-workflow.ts';
import { asAdmin, sharedPlatform } from './support/shared-platform.ts';
import { harnessConfig } from './support/spawn-uat.ts';

const read = (name: string) =>
  parse(readFileSync(path.join(projectRoot, '.github/workflows', name), 'utf8')) as Workflow;
const workflow = read('uat.yml');

// A stage is four jobs, each of which installs, plans or runs; on a busy machine that takes minutes.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });
const ours = path.join(projectRoot, 'uat.config.ts');

interface StageOptions {
  config?: string;
  /** Beside the administrator's credentials. */
  secrets?: Record<string, string>;
  github?: Record<string, string>;
  env?: NodeJS.ProcessEnv;
  dead?: string[];
  /** A folder for all files. */
  temp?: string;
}

/** Runs the stage as GitHub does: what a caller leaves out has its default. */
async function stage(inputs: Record<string, string>, options: StageOptions = {}): Promise<GithubRun> {
  const { config = ours, secrets = {}, env = {}, temp = temporaryFolder(), ...others } = options;
  const defaults = Object.entries(workflow.on.workflow_call.inputs).map(([name, input]) => [
    name,
    String(input.default),
  ]);
  return githubWorkflow(workflow, {
    ...{ workspace: projectRoot, temp, inputs: { ...Object.fromEntries(defaults), ...inputs } },
    secrets: { KAMIWAZA_USERNAME: 'admin', KAMIWAZA_PASSWORD: 'kamiwaza', ...secrets },
    env: { UAT_CONFIG: configElsewhere(config, temp), ...env },
    ...others,
  });
}

const printed = ({ jobs }: GithubRun) =>
  Object.entries(jobs)
    .flatMap(([name, { steps }]) => Object.values(steps).map((step) => `${name}:\n${step.printed}`))
    .join('\n');
const files = ({ artifacts: { folder } }: GithubRun) =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
const verdictOf = ({ artifacts: { folder }, outputs }: GithubRun) =>
  verdictSchema.parse(
    JSON.parse(readFileSync(path.join(folder, outputs['artifact'] ?? '', 'verdict.json'), 'utf8')),
  );

/** The attachments inside a report that is one page; archives also when their name does not tell. */
function inside(page: string): string[] {
  const attachments = readFileSync(page, 'utf8').matchAll(/"data\/attachments\/([^"]+)","([^"]{0,4})/g);
  return Array.from(attachments, ([, name = '', start]) =>
    start === 'UEsD' ? `${name} (an archive)` : name,
  );
}

describe('the stage', () => {
  // Trusted only because the stage is given its authority.
  const platform = sharedPlatform('--tls');

  test('is green when all promises are kept, with outputs, summary and report', async () => {
    const { url: target, ca } = platform();
    const secrets = { UAT_CA: readFileSync(String(ca), 'utf8') };

    const run = await stage({ areas: 'kept', target, shards: '2' }, { config: harnessConfig, secrets });

    expect(run.outputs, printed(run)).toMatchObject({ kind: 'pass', 'exit-code': '0' });
    expect(Object.entries(run.jobs).map(([name, { result }]) => `${name}: ${result}`)).toEqual([
      ...['plan: success', 'shard 1: success', 'shard 2: success', 'report: success'],
    ]);
    const counts = JSON.parse(run.outputs['counts'] ?? '') as Record<string, number>;
    expect(counts['passed']).toBeGreaterThan(0);
    expect(counts['passed']).toBe(counts['discovered']);
    expect(run.jobs['report']?.summary).toContain('## UAT: pass');
    expect(run.jobs['report']?.summary).toMatch(/\| 1\/2 \| pass \| \d+ \| \d+:\d\d \| \d+:\d\d \|/);
    const { artifact = '' } = run.outputs;
    expect(artifact).toMatch(/^uat-\d{8}-\d{4}-\w{4}$/);
    expect(
      files(run)
        .filter((file) => file.startsWith(artifact))
        .toSorted(),
    ).toEqual(
      [
        ...['allure-report/index.html', 'allure-report/summary.json', 'allure-report/test-results.json'],
        ...['junit.xml', 'summary.md', 'verdict.json'],
      ].map((file) => `${artifact}/${file}`),
    );
  });

  test('is red as its plan is when the target is not there, and says so', async () => {
    const run = await stage({ areas: 'smoke', target: 'http://127.0.0.1:9', grant: 'tokens,sessions' });

    expect(run.jobs['plan']?.steps['plan']?.exitCode, printed(run)).toBe(3);
    expect(run.jobs['report']?.steps['report']?.exitCode).toBe(3);
    expect(Object.keys(run.jobs)).toEqual(['plan', 'report']);
    expect(run.outputs).toMatchObject({ kind: 'infrastructure', 'exit-code': '3' });
    expect(run.jobs['report']?.summary).toContain('## UAT: infrastructure');
    expect(verdictOf(run).trouble.join('\n')).toContain('127.0.0.1:9');
  });

  test('is red when there is nothing to run', async () => {
    const { url: target, ca } = platform();
    const secrets = { UAT_CA: readFileSync(String(ca), 'utf8') };

    const run = await stage({ areas: 'none', target }, { config: harnessConfig, secrets });

    expect(run.outputs, printed(run)).toMatchObject({ kind: 'configuration', 'exit-code': '2' });
  });

  test('takes what a caller writes as words, never as script', async () => {
    const temp = temporaryFolder();
    const run = await stage(
      {
        areas: 'smoke $(touch "$RUNNER_TEMP/by-area")',
        target: 'moon"; touch "$RUNNER_TEMP/by-target"; "',
        lane: '`touch "$RUNNER_TEMP/by-lane"`',
      },
      { temp },
    );

    expect(run.jobs['plan']?.steps['plan']?.exitCode, printed(run)).toBe(2);
    expect(run.jobs['plan']?.steps['plan']?.printed).toContain('Allowed choices are local, cd, nightly');
    expect(run.outputs).toMatchObject({ kind: 'configuration', 'exit-code': '2' });
    expect(globSync(path.join(temp, '**/by-*'))).toEqual([]);
  });

  test('takes no option of uat from the input for areas', async () => {
    const run = await stage({ areas: 'smoke --config=/tmp/other.ts' });

    expect(run.outputs).toMatchObject({ kind: 'configuration', 'exit-code': '2' });
    expect(verdictOf(run).trouble.join('\n')).toContain("'--config=/tmp/other.ts' is not an area");
  });
});

describe('the stage of broken promises', () => {
  const secret = 'a-token-that-stays-on-the-runner';
  const temp = temporaryFolder(afterAll);
  let run: GithubRun;
  beforeAll(async () => {
    const secrets = { UAT_CA: '', UAT_VIEWER_TOKEN: secret };
    run = await stage({ areas: 'kept broken', shards: '2' }, { config: harnessConfig, temp, secrets });
  });

  test('is red, and annotates the failure at its line', () => {
    expect(run.outputs, printed(run)).toMatchObject({ kind: 'regression', 'exit-code': '1' });
    expect(run.jobs['report']?.result).toBe('failure');
    expect(run.jobs['report']?.steps['report']?.printed).toMatch(
      /^::error title=[^:]+,file=\S+broken\/\S+\.spec\.ts,line=\d+::/m,
    );
  });

  test('runs every shard, also beside a red one', () => {
    const shards = Object.keys(run.jobs).filter((name) => name.startsWith('shard'));

    expect(shards).toEqual(['shard 1', 'shard 2']);
    expect(verdictOf(run).counts).toMatchObject({ unknown: 0, notRun: 0 });
  });

  test('lets no trace and no attachment leave the runner, beside what the report shows', () => {
    expect(globSync(path.join(temp, 'shard-*/**/trace.zip')), 'the failed test left a trace').toHaveLength(1);
    const left = files(run);
    expect(left.filter((file) => /trace|\/attachments\/|\.zip$/.test(file))).toEqual([]);
    for (const file of left) {
      const start = readFileSync(path.join(run.artifacts.folder, file)).subarray(0, 2).toString();
      expect(start, `${file} is an archive`).not.toBe('PK');
    }
    const page = path.join(run.artifacts.folder, run.outputs['artifact'] ?? '', 'allure-report/index.html');
    const attached = inside(page);
    expect(attached).not.toEqual([]);
    expect(attached.filter((name) => /zip|archive/.test(name))).toEqual([]);
  });

  test('leaves no secret in an artifact', () => {
    const leaks = files(run).filter((file) =>
      readFileSync(path.join(run.artifacts.folder, file), 'utf8').includes(secret),
    );

    expect(leaks).toEqual([]);
  });
});

describe('the stage of which a shard dies', () => {
  let run: GithubRun;
  const temp = temporaryFolder(afterAll);
  beforeAll(async () => {
    run = await stage({ areas: 'kept', shards: '2' }, { config: harnessConfig, dead: ['shard 2'], temp });
  });

  test('is never green, and names the shard; a rerun of it makes the stage whole', async () => {
    expect(run.outputs, printed(run)).toMatchObject({ kind: 'infrastructure', 'exit-code': '3' });
    expect(verdictOf(run).trouble).toContain('shard 2/2 is missing');
    expect(run.jobs['report']?.summary).toContain('| 2/2 | **missing** |');

    const again = await run.rerun('shard 2');

    expect(again.outputs, printed(again)).toMatchObject({ kind: 'pass', 'exit-code': '0' });
  });
});

test('the stage of which no shard leaves a record is red, and every planned test is unknown', async () => {
  const run = await stage(
    { areas: 'kept', shards: '2' },
    { config: harnessConfig, dead: ['shard 1', 'shard 2'] },
  );

  expect(run.outputs, printed(run)).toMatchObject({ kind: 'infrastructure', 'exit-code': '3' });
  const { counts, trouble } = verdictOf(run);
  expect(counts.unknown).toBe(counts.discovered);
  expect(counts.discovered).toBeGreaterThan(0);
  expect(trouble).toContain('no record of any of the 2 shards arrived');
});

describe('on a pull request', () => {
  const github = { event_name: 'pull_request', 'event.pull_request.number': '12' };

  test('the stage writes its comment', async () => {
    let sent = '';
    await using api = await stubServer((request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => (sent += chunk));
      request.on('end', () => {
        response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
        response.end(request.method === 'POST' ? '{}' : '[]');
      });
    });

    const run = await stage(
      { areas: 'broken' },
      { config: harnessConfig, github, env: { GITHUB_API_URL: api.url } },
    );

    expect(run.jobs['comment']?.result, printed(run)).toBe('success');
    expect(api.requests).toContain('POST /repos/acme/uat/issues/12/comments');
    expect(sent).toContain('### UAT: regression — embedded broken');
  });

  test('from a fork, the summary says that there is no comment, and the outcome stays', async () => {
    await using api = await stubServer((_request, response) => {
      response.writeHead(403, { 'content-type': 'application/json' });
      response.end('{"message":"Resource not accessible by integration"}');
    });

    const run = await stage(
      { areas: 'smoke', target: 'http://127.0.0.1:9' },
      { github, env: { GITHUB_API_URL: api.url } },
    );

    expect(run.jobs['comment']?.result, printed(run)).toBe('success');
    expect(run.jobs['comment']?.summary).toContain('the token lacks the permission pull-requests: write');
    expect(run.outputs).toMatchObject({ 'exit-code': '3' });
  });
});

describe('at night', () => {
  const json = { 'content-type': 'application/json' };

  test('failures of the runs that left a verdict become issues', async () => {
    const temp = temporaryFolder();
    const verdict = verdictOn([
      plan(planned('authnz/a#b')),
      failed('authnz/a#b'),
      answered('authnz/a#b', 'up'),
    ]);
    const artifacts = githubArtifacts(path.join(temp, 'artifacts'));
    mkdirSync(path.join(artifacts.folder, 'uat-1'));
    writeFileSync(path.join(artifacts.folder, 'uat-1/verdict.json'), JSON.stringify(verdict));
    await using api = await stubServer((request, response) => {
      response.writeHead(request.method === 'POST' ? 201 : 200, json);
      response.end(request.method === 'POST' ? '{"number":8}' : '[]');
    });

    const job = await githubJob(read('nightly.yml').jobs['issues']?.steps ?? [], {
      ...{ workspace: projectRoot, temp, artifacts, env: { GITHUB_API_URL: api.url } },
      contexts: { 'github.token': 'token-of-the-job', 'needs.uat.outputs.artifact': 'uat-1' },
    });

    expect(job.steps['Report failures']?.exitCode, job.steps['Report failures']?.printed).toBe(0);
    expect(api.requests).toContain('POST /repos/acme/uat/issues');
    expect(job.summary).toContain('- opened: #8');
  });

  test('the watch is red, with an issue, when no full nightly run is recorded', async () => {
    const temp = temporaryFolder();
    await using api = await stubServer((request, response) => {
      response.writeHead(request.method === 'POST' ? 201 : 200, json);
      const list = request.url?.startsWith('/repos/acme/uat/issues') === true && request.method === 'GET';
      const other = { number: 9, default_branch: 'main', artifacts: [], workflow_runs: [] };
      response.end(list ? '[]' : JSON.stringify(other));
    });

    const job = await githubJob(read('nightly-watch.yml').jobs['watch']?.steps ?? [], {
      ...{ workspace: projectRoot, temp, artifacts: githubArtifacts(path.join(temp, 'artifacts')) },
      ...{ env: { GITHUB_API_URL: api.url }, contexts: { 'github.token': 'token-of-the-job' } },
    });

    expect(job.steps['Watch']?.exitCode, job.steps['Watch']?.printed).toBe(3);
    expect(job.summary).toContain('No full nightly run is recorded for 26 hours (#9)');
    expect(api.requests).toContain('POST /repos/acme/uat/issues');
  });

  test.each(['installers', 'efficacy', 'efficacy-installers'])(
    'the command line of %s is one of uat',
    async (id) => {
      const temp = temporaryFolder();
      const steps = read('nightly.yml').jobs[id]?.steps ?? [];
      const job = await githubJob(
        steps.map((step) =>
          step.run === undefined ? step : { ...step, run: step.run.replace(/^sudo -E /, '') },
        ),
        {
          ...{ workspace: projectRoot, temp, artifacts: githubArtifacts(path.join(temp, 'artifacts')) },
          contexts: { 'matrix.area': 'authnz', 'matrix.part': '1/2' },
          // Tests of these areas take hours; a config that is not there ends them once the words are understood.
          env: { UAT_CONFIG: path.join(temp, 'nowhere.config.ts') },
        },
      );

      expect(Object.values(job.steps)[0]).toMatchObject({
        exitCode: 2,
        printed: expect.stringContaining('nowhere.config.ts'),
      });
    },
  );
});

describe('the recipes for other pipelines', () => {
  const page = readFileSync(path.join(projectRoot, 'docs/pipeline.md'), 'utf8');
  const section = (title: string) => page.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
  const commands = (title: string) =>
    section(title)
      .split('\n')
      .flatMap((line) => /pnpm uat (?:plan|--plan|merge) .*?(?='?$)/.exec(line)?.[0] ?? []);

  test('are the same commands', () => {
    expect(commands('GitLab')).toHaveLength(3);
    expect(commands('Jenkins')).toEqual(commands('GitLab'));
  });

  const platform = sharedPlatform();
  test('plan, run the shards, and judge the whole', { timeout: 300_000 }, async () => {
    const [planning = '', shard = '', merging = ''] = commands('GitLab').map((line) =>
      line
        .replace('pnpm uat', `node ${path.join(projectRoot, 'packages/cli/src/main.ts')}`)
        .replace('authnz', 'kept'),
    );
    const shards = ['1', '2', '3'].map((index) => `SHARD=${index}\n${shard}`);
    const { exitCode, all } = await execa('bash', ['-ec', [planning, ...shards, merging].join('\n')], {
      cwd: temporaryFolder(),
      env: { UAT_CONFIG: harnessConfig, UAT_TARGET: platform().url, ...asAdmin },
      all: true,
      reject: false,
    });

    expect(exitCode, all).toBe(0);
    expect(all).toContain(' PASS ');
  });
});

describe('as written', () => {
  const names = ['uat.yml', 'nightly.yml', 'nightly-watch.yml'];
  const jobs = names.flatMap((name) =>
    Object.entries(read(name).jobs).map(([id, job]) => ({ id: `${name}: ${id}`, job })),
  );
  const scripts = jobs.flatMap(({ id, job }) =>
    (job.steps ?? []).flatMap(({ run, env = {} }) => (run === undefined ? [] : [{ id, run, env }])),
  );

  test.each(scripts)('the script of $id is one command of uat', ({ run }) => {
    expect(run).toMatch(/^(sudo -E env "PATH=\$PATH" )?npx --yes pnpm@[\d.]+ uat [^;&|<>`]+$/);
    expect(run.replaceAll('"$PATH"', '')).not.toMatch(/\$\(|\$\{\{/);
  });

  test.each(scripts)('no secret is in the command line of $id', ({ run, env }) => {
    const secret = Object.entries(env).filter(([, value]) => /secrets\.|github\.token/.test(String(value)));

    for (const [name] of secret) expect(run).not.toMatch(new RegExp(String.raw`\$\{?${name}\b`));
    expect(run).not.toMatch(/TOKEN|PASSWORD|API_KEY|UAT_CA/);
  });

  test('a script reads only variables that its step or the runner sets', () => {
    for (const { run, env } of scripts) {
      const used = Array.from(run.matchAll(/\$(\w+)/g), ([, name = '']) => name);
      expect([...Object.keys(env), 'RUNNER_TEMP', 'PATH']).toEqual(expect.arrayContaining(used));
    }
  });

  test('jobs may read the repository, and write only what they are for', () => {
    for (const name of names) expect(read(name).permissions).toEqual({ contents: 'read' });
    const writing = jobs.flatMap(({ id, job }) =>
      Object.entries(job.permissions ?? {}).flatMap(([what, how]) =>
        how === 'write' ? [`${id}: ${what}`] : [],
      ),
    );
    expect(writing).toEqual([
      'uat.yml: comment: pull-requests',
      'nightly.yml: uat: pull-requests',
      'nightly.yml: issues: issues',
      'nightly-watch.yml: watch: issues',
    ]);
  });

  test('a caller grants what the stage asks for: GitHub starts no workflow that asks for more', () => {
    const asked = Object.values(workflow.jobs).map(({ permissions = {} }) => permissions);
    const callers = jobs.filter(({ job }) => job.uses?.endsWith('/uat.yml') === true);

    expect(callers).not.toEqual([]);
    for (const { job } of callers)
      for (const permissions of asked) expect(job.permissions).toMatchObject(permissions);
  });

  test('a person starts it with the same inputs as a pipeline', () => {
    const { workflow_call: call, workflow_dispatch: dispatch } = workflow.on;
    const defaults = ({ inputs }: Io) =>
      Object.entries(inputs).map(([name, input]) => [name, String(input.default)]);

    expect(defaults(dispatch)).toEqual(defaults(call));
  });
});
