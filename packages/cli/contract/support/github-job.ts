import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';

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
  inputs: Record<string, string>;
  secrets?: Record<string, string>;
  /** Variables that a runner does not have. */
  env?: NodeJS.ProcessEnv;
}

export interface GithubJob {
  /** Steps that ran, by id or name: exit code and what they printed. */
  steps: Record<string, { exitCode: number | undefined; printed: string }>;
  outputs: Record<string, string>;
  summary: string;
  /** What the steps that use an action were given, by the action's name without its version. */
  actions: Record<string, Record<string, string>>;
}

/** How this machine reaches the registry that npx asks. */
const wayOut = /^(NODE_EXTRA_CA_CERTS|HTTPS?_PROXY|NO_PROXY|npm_config_registry)$/i;

/**
 * Does what a runner of GitHub does with the steps of a job: scripts are run as written, in bash, with the files and
 * variables of a runner; steps behind a red one only when their condition says so. Actions are not run.
 */
export async function githubJob(steps: Step[], options: GithubJobOptions): Promise<GithubJob> {
  const job: GithubJob = { steps: {}, outputs: {}, summary: '', actions: {} };
  const contexts: Record<string, string> = {
    'always()': 'true',
    'runner.temp': options.temp,
    'github.token': 'token-of-the-job',
    ...prefixed('inputs', options.inputs),
    ...prefixed('secrets', options.secrets ?? {}),
  };
  const evaluated = (written: Record<string, string | number | boolean> = {}) =>
    Object.fromEntries(
      Object.entries(written).map(([name, text]) => [name, expanded(String(text), contexts)]),
    );

  let red = false;
  for (const [index, step] of steps.entries()) {
    const name = step.id ?? step.name ?? String(index);
    if (red && !step.if?.includes('always()')) continue;
    if (step.if !== undefined && !valueOf(step.if, contexts)) continue;
    if (step.uses !== undefined) job.actions[step.uses.split('@')[0] ?? ''] = evaluated(step.with);
    if (step.run === undefined) continue;

    const files = path.join(options.temp, '_runner', String(index));
    mkdirSync(files, { recursive: true });
    const file = (which: string, text = '') => {
      writeFileSync(path.join(files, which), text);
      return path.join(files, which);
    };
    const [output, summary] = [file('output'), file('summary')];
    const script = file('script.sh', step.run);
    const { exitCode, all } = await execa('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: options.workspace,
      extendEnv: false,
      env: {
        PATH: [path.dirname(process.execPath), process.env['PATH']].join(path.delimiter),
        HOME: process.env['HOME'],
        ...Object.fromEntries(Object.entries(process.env).filter(([variable]) => wayOut.test(variable))),
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: options.workspace,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        RUNNER_TEMP: options.temp,
        ...options.env,
        ...evaluated(step.env),
      },
      stdin: 'ignore',
      all: true,
      reject: false,
    });
    red ||= exitCode !== 0;
    job.steps[name] = { exitCode, printed: all };
    job.summary += readFileSync(summary, 'utf8');
    const outputs = outputsIn(readFileSync(output, 'utf8'));
    Object.assign(job.outputs, outputs);
    Object.assign(contexts, prefixed(`steps.${name}.outputs`, outputs), {
      [`steps.${name}.outcome`]: exitCode === 0 ? 'success' : 'failure',
    });
  }
  return job;
}

function prefixed(context: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${context}.${name}`, value]));
}

function outputsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

function expanded(text: string, contexts: Record<string, string>): string {
  return text.replaceAll(/\$\{\{(.+?)\}\}/g, (_whole, expression: string) => valueOf(expression, contexts));
}

/** The part of GitHub's expressions that our workflow uses; unset values are empty, as on GitHub. */
function valueOf(expression: string, contexts: Record<string, string>): string {
  const [head = '', ...others] = expression.split('||');
  if (others.length > 0) return valueOf(head, contexts) || valueOf(others.join('||'), contexts);
  const [first = '', ...rest] = head.split('&&');
  if (rest.length > 0) return valueOf(first, contexts) && valueOf(rest.join('&&'), contexts);
  const [left = '', right] = first.split('==').map((side) => side.trim());
  if (right !== undefined) return valueOf(left, contexts) === right.replaceAll("'", '') ? 'true' : '';
  return contexts[left] ?? '';
}
