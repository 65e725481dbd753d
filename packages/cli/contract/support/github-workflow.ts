import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type GithubArtifacts, githubArtifacts } from './github-artifacts.ts';
import { type Contexts, expanded, prefixed, valueOf } from './github-expression.ts';
import { githubJob, type GithubJob, type Step } from './github-job.ts';

/** A job of a workflow as written. */
export interface Job {
  needs?: string | string[];
  if?: string;
  uses?: string;
  permissions?: Record<string, string>;
  strategy?: { matrix: Record<string, string | string[]> };
  outputs?: Record<string, string>;
  steps?: Step[];
}

export interface Io {
  inputs: Record<string, { default: string | number }>;
  outputs?: Record<string, { value: string }>;
}

/** A workflow as written. */
export interface Workflow {
  on: { workflow_call: Io; workflow_dispatch: Io };
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

export interface GithubWorkflowOptions {
  workspace: string;
  temp: string;
  inputs: Contexts;
  secrets: Contexts;
  /** `github.…`. */
  github?: Contexts;
  env?: NodeJS.ProcessEnv;
  /** Jobs whose runner dies before it does anything: `shard 2`. */
  dead?: readonly string[];
}

/** A run of a workflow. */
export interface GithubRun {
  /** Jobs that were not skipped; those of a matrix with their value: `shard 2`. */
  jobs: Record<string, GithubJob>;
  /** Outputs of the called workflow. */
  outputs: Record<string, string>;
  artifacts: GithubArtifacts;
  /** Runs a job again, as a person does on the page of the run, and the jobs that need it. */
  rerun: (job: string) => Promise<GithubRun>;
}

/** Does what GitHub does with a called workflow: its jobs in order, each of a matrix, with what they leave each other. */
export async function githubWorkflow(
  { on, jobs }: Workflow,
  options: GithubWorkflowOptions,
): Promise<GithubRun> {
  const { workspace, temp, inputs, secrets, github = {}, env = {} } = options;
  const artifacts = githubArtifacts(path.join(temp, 'artifacts'));
  const shared: Contexts = {
    'github.token': 'token-of-the-job',
    ...prefixed('inputs', inputs),
    ...prefixed('secrets', secrets),
    ...prefixed('github', github),
  };
  const done: Record<string, GithubJob> = {};
  const results: Record<string, 'success' | 'failure' | 'skipped'> = {};
  const outputs: Record<string, Record<string, string>> = {};
  let attempt = 0;
  return all(Object.keys(jobs), options.dead ?? []);

  async function all(names: readonly string[], dead: readonly string[], only?: string): Promise<GithubRun> {
    attempt += 1;
    for (const name of names) await one(name, dead, name === only?.split(' ')[0] ? only : undefined);
    const called = Object.entries(outputs).flatMap(([name, values]) =>
      Object.entries(prefixed(`jobs.${name}.outputs`, values)),
    );
    return {
      ...{ jobs: done, artifacts },
      outputs: Object.fromEntries(
        Object.entries(on.workflow_call.outputs ?? {}).map(([name, { value }]) => [
          name,
          expanded(value, Object.fromEntries(called)),
        ]),
      ),
      rerun: (job) => {
        const [name = ''] = job.split(' ');
        return all([name, ...Object.keys(jobs).filter((other) => needsOf(other).includes(name))], [], job);
      },
    };
  }

  function needsOf(name: string): string[] {
    return [jobs[name]?.needs ?? []].flat();
  }

  async function one(name: string, dead: readonly string[], only: string | undefined): Promise<void> {
    const job = jobs[name];
    const needs = needsOf(name);
    const contexts: Contexts = {
      ...shared,
      'always()': 'true',
      ...Object.assign({}, ...needs.map((need) => prefixed(`needs.${need}.outputs`, outputs[need] ?? {}))),
    };
    const isWanted =
      job?.if === undefined
        ? needs.every((need) => results[need] === 'success')
        : valueOf(job.if, contexts) !== '';
    results[name] = 'skipped';
    if (job?.steps === undefined || !isWanted) return;
    const values = matrixValues(job, contexts);
    results[name] = 'success';
    for (const value of values) {
      const id = value === undefined ? name : `${name} ${value}`;
      if (only !== undefined && id !== only) continue;
      if (dead.includes(id)) {
        results[name] = 'failure';
        continue;
      }
      const folder = path.join(temp, `${id.replaceAll(/\W/g, '-')}-${attempt}`);
      mkdirSync(folder);
      const matrix = value === undefined ? {} : prefixed('matrix', { shard: value });
      const ran = await githubJob(job.steps, {
        ...{ workspace, temp: folder, env, artifacts, contexts: { ...contexts, ...matrix } },
      });
      done[id] = ran;
      if (ran.result === 'failure') results[name] = 'failure';
      outputs[name] = Object.fromEntries(
        Object.entries(job.outputs ?? {}).map(([output, text]) => [output, expanded(text, ran.contexts)]),
      );
    }
  }
}

/** The values of a matrix with one axis; `undefined` for a job without one. */
function matrixValues({ strategy }: Job, contexts: Contexts): (string | undefined)[] {
  const axis = Object.values(strategy?.matrix ?? {})[0];
  if (axis === undefined) return [undefined];
  if (Array.isArray(axis)) return axis;
  return (JSON.parse(expanded(axis, contexts)) as unknown[]).map(String);
}
