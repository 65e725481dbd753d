import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { configElsewhere } from './support/config-elsewhere.ts';
import { githubJob, type Step } from './support/github-job.ts';
import { sharedPlatform } from './support/shared-platform.ts';
import { harnessConfig } from './support/spawn-uat.ts';
import { temporaryFolder } from '@uat/testing';

interface Workflow {
  on: { workflow_call: Io; workflow_dispatch: Io };
  permissions: unknown;
  jobs: { uat: { outputs: Record<string, string>; steps: Step[] } };
}
interface Io {
  inputs: Record<string, { default: string }>;
}

const text = readFileSync(path.join(projectRoot, '.github/workflows/uat.yml'), 'utf8');
const workflow = parse(text) as Workflow;
const { steps, outputs } = workflow.jobs.uat;

const ours = path.join(projectRoot, 'uat.config.ts');

interface StageOptions {
  config?: string;
  /** Beside the administrator's credentials. */
  secrets?: Record<string, string>;
}

/** Runs the job as a runner does: what a caller leaves out has its default. */
async function stage(inputs: Record<string, string>, { config = ours, secrets = {} }: StageOptions = {}) {
  const temp = temporaryFolder();
  const defaults = Object.entries(workflow.on.workflow_call.inputs).map(([name, input]) => [
    name,
    input.default,
  ]);
  const job = await githubJob(steps, {
    workspace: projectRoot,
    temp,
    inputs: { ...Object.fromEntries(defaults), ...inputs },
    secrets: { KAMIWAZA_USERNAME: 'admin', KAMIWAZA_PASSWORD: 'kamiwaza', ...secrets },
    env: { UAT_CONFIG: configElsewhere(config, temp) },
  });
  const patterns = (job.actions['actions/upload-artifact']?.['path'] ?? '').split('\n').filter(Boolean);
  const uploaded = patterns
    .flatMap((pattern) => globSync(pattern, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return { ...job, temp, uploaded, names: uploaded.map((file) => path.relative(temp, file)).toSorted() };
}

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

    const job = await stage({ areas: 'kept', target }, { config: harnessConfig, secrets });

    expect(job.steps['run'], job.steps['run']?.printed).toMatchObject({ exitCode: 0 });
    expect(Object.values(job.steps).map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(job.outputs).toMatchObject({
      kind: 'pass',
      'exit-code': '0',
      artifact: expect.stringMatching(/^uat-\d{8}-\d{4}-\w{4}$/),
    });
    const counts = JSON.parse(job.outputs['counts'] ?? '') as Record<string, number>;
    expect(counts['passed']).toBeGreaterThan(0);
    expect(counts['passed']).toBe(counts['discovered']);
    expect(job.summary).toContain('## UAT: pass');
    expect(job.names).toEqual([
      'uat/allure-report/index.html',
      'uat/allure-report/summary.json',
      'uat/allure-report/test-results.json',
      'uat/junit.xml',
      'uat/summary.md',
      'uat/verdict.json',
    ]);
    expect(job.actions['actions/upload-artifact']?.['name']).toBe(job.outputs['artifact']);
  });

  test('is red with the exit code of uat when the target is not there, and says so', async () => {
    const job = await stage({ areas: 'smoke', target: 'http://127.0.0.1:9', grant: 'tokens,sessions' });

    expect(job.steps['run']?.exitCode, job.steps['run']?.printed).toBe(3);
    expect(job.outputs).toMatchObject({ kind: 'infrastructure', 'exit-code': '3' });
    expect(job.summary).toContain('## UAT: infrastructure');
    expect(job.names).toEqual(['uat/junit.xml', 'uat/summary.md', 'uat/verdict.json']);
  });

  test('keeps the report of broken promises, and no trace of it leaves the runner', async () => {
    const job = await stage({ areas: 'broken' }, { config: harnessConfig });

    expect(job.steps['run']?.exitCode, job.steps['run']?.printed).toBe(1);
    expect(job.outputs).toMatchObject({ kind: 'regression', 'exit-code': '1' });
    expect(job.names).toContain('uat/allure-report/index.html');
    expect(job.names.filter((name) => /trace|attachments|allure-results/.test(name))).toEqual([]);

    expect(globSync(path.join(job.temp, 'uat/**/trace.zip')), 'the failed test left a trace').toHaveLength(1);
    const attached = inside(path.join(job.temp, 'uat/allure-report/index.html'));
    expect(attached).not.toEqual([]);
    expect(attached.filter((name) => /zip|archive/.test(name))).toEqual([]);
  });

  test('takes what a caller writes as words, never as script; words that are no command line make no run folder', async () => {
    const job = await stage({
      areas: 'smoke $(touch "$RUNNER_TEMP/by-area")',
      target: 'moon"; touch "$RUNNER_TEMP/by-target"; "',
      lane: '`touch "$RUNNER_TEMP/by-lane"`',
    });

    expect(job.steps['run']?.exitCode, job.steps['run']?.printed).toBe(2);
    expect(job.steps['run']?.printed).toContain('Allowed choices are local, cd, nightly');
    expect(job.outputs).toEqual({ kind: 'configuration', 'exit-code': '2' });
    expect(job.actions['actions/upload-artifact']).toBeUndefined();
    expect(globSync(path.join(job.temp, 'by-*'))).toEqual([]);
  });
});

describe('as written', () => {
  test('no script holds an expression: inputs come as variables', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  test('it may read the repository and nothing else', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  test('a person starts it with the same inputs as a pipeline', () => {
    const { workflow_call: call, workflow_dispatch: dispatch } = workflow.on;
    const defaults = ({ inputs }: Io) => Object.entries(inputs).map(([name, input]) => [name, input.default]);

    expect(defaults(dispatch)).toEqual(defaults(call));
  });

  test('its outputs are the ones that the step writes', async () => {
    const folder = temporaryFolder();
    const verdict = { kind: 'pass', exitCode: 0, runId: '20261122-1831-k3f9', counts: { passed: 1 } };
    writeFileSync(path.join(folder, 'verdict.json'), JSON.stringify(verdict));

    const { stdout } = await execa(process.execPath, ['tools/workflow-outputs.ts', folder], {
      cwd: projectRoot,
    });

    expect(stdout.split('\n').map((line) => line.split('=')[0])).toEqual(Object.keys(outputs));
  });
});
