import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import type { GithubArtifacts } from './github-artifacts.ts';
import { type Contexts, expanded, prefixed, valueOf } from './github-expression.ts';

/** A step of a workflow as written. */
export interface Step {
  id?: string;
  name?: string;
  if?: string;
  uses?: string;
  run?: string;
  env?: Record<string, string | number | boolean>;
  with?: Record<string, string | number | boolean>;
}

export interface GithubJobOptions {
  /** The checkout: where the steps run. */
  workspace: string;
  /** `runner.temp`. */
  temp: string;
  /** `inputs.…`, `secrets.…`, `needs.…`. */
  contexts: Contexts;
  artifacts: GithubArtifacts;
  /** Variables that a runner does not have. */
  env?: NodeJS.ProcessEnv;
}

export interface GithubJob {
  /** Steps that ran a script, by id or name: exit code and what they printed. */
  steps: Record<string, { exitCode: number | undefined; printed: string }>;
  result: 'success' | 'failure';
  summary: string;
  /** `steps.…`, beside the contexts that were given. */
  contexts: Contexts;
}

/** How this machine reaches the registry that npx asks. */
const wayOut = /^(NODE_EXTRA_CA_CERTS|HTTPS?_PROXY|NO_PROXY|npm_config_registry)$/i;

/**
 * Does what a runner of GitHub does with the steps of a job: scripts are run as written, in bash, with the files and
 * variables of a runner; steps behind a red one only when their condition says so. Of the actions, artifacts are
 * uploaded and downloaded, and a checkout names its commit.
 */
export async function githubJob(steps: Step[], options: GithubJobOptions): Promise<GithubJob> {
  const { artifacts, temp } = options;
  const contexts: Contexts = { 'always()': 'true', 'runner.temp': temp, ...options.contexts };
  const job: GithubJob = { steps: {}, result: 'success', summary: '', contexts };
  const evaluated = (written: Record<string, string | number | boolean> = {}) =>
    Object.fromEntries(
      Object.entries(written).map(([name, text]) => [name, expanded(String(text), contexts)]),
    );

  for (const [index, step] of steps.entries()) {
    const name = step.id ?? step.name ?? String(index);
    if (job.result === 'failure' && !step.if?.includes('always()')) continue;
    if (step.if !== undefined && !valueOf(step.if, contexts)) continue;
    if (step.uses !== undefined) {
      const done = acted(step.uses, evaluated(step.with));
      if (!done) job.result = 'failure';
    }
    if (step.run !== undefined) await ran(name, index, step, step.run);
  }
  return job;

  function acted(uses: string, inputs: Record<string, string>): boolean {
    switch (uses.split('@')[0]) {
      case 'actions/upload-artifact':
        return artifacts.upload(inputs);
      case 'actions/download-artifact':
        return artifacts.download(inputs);
      case 'actions/checkout':
        contexts['steps.checkout.outputs.commit'] = inputs['ref'] || 'c0ffee';
        return true;
      default:
        return true;
    }
  }

  async function ran(name: string, index: number, step: Step, run: string): Promise<void> {
    const files = path.join(temp, '_runner', String(index));
    mkdirSync(files, { recursive: true });
    const file = (which: string, text = '') => {
      writeFileSync(path.join(files, which), text);
      return path.join(files, which);
    };
    const [output, summary] = [file('output'), file('summary')];
    const script = file('script.sh', run);
    const { exitCode, all } = await execa('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: options.workspace,
      extendEnv: false,
      env: {
        PATH: [path.dirname(process.execPath), process.env['PATH']].join(path.delimiter),
        HOME: process.env['HOME'],
        ...Object.fromEntries(Object.entries(process.env).filter(([variable]) => wayOut.test(variable))),
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: 'acme/uat',
        GITHUB_RUN_ID: '7',
        GITHUB_RUN_NUMBER: '41',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_WORKSPACE: options.workspace,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        RUNNER_TEMP: temp,
        ...options.env,
        ...evaluated(step.env),
      },
      stdin: 'ignore',
      all: true,
      reject: false,
    });
    if (exitCode !== 0) job.result = 'failure';
    job.steps[name] = { exitCode, printed: all };
    job.summary += readFileSync(summary, 'utf8');
    Object.assign(
      contexts,
      prefixed(`steps.${name}.outputs`, outputsIn(readFileSync(output, 'utf8'))),
      prefixed(`steps.${name}`, { outcome: exitCode === 0 ? 'success' : 'failure' }),
    );
  }
}

/** Outputs as `name=value`, or as `name<<END`, lines, `END`. */
function outputsIn(text: string): Record<string, string> {
  const blocks = text.matchAll(/^(?<name>[\w-]+)(?:=(?<line>.*)|<<(?<end>.+)\n(?<value>[^]*?)\n\k<end>)$/gm);
  return Object.fromEntries(
    Array.from(blocks, ({ groups }) => [groups?.['name'] ?? '', groups?.['line'] ?? groups?.['value'] ?? '']),
  );
}
