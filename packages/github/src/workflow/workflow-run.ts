import { configurationError } from '@uat/core';
import { z } from 'zod';

/** The run of a workflow that this process is a step of. */
export interface WorkflowRun {
  owner: string;
  repo: string;
  /** Address of the REST API. */
  api: string;
  /** Page of the run. */
  url: string;
  /** Number of the run among those of its workflow, and of the attempt at it: later runs have higher ones. */
  order: { number: number; attempt: number };
  /** Token for the REST API; absent when the step has none. */
  token?: string;
}

const environmentSchema = z.object({
  GITHUB_REPOSITORY: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
  GITHUB_API_URL: z.url().default('https://api.github.com'),
  GITHUB_SERVER_URL: z.url().default('https://github.com'),
  GITHUB_RUN_ID: z.string().regex(/^\d+$/),
  GITHUB_RUN_NUMBER: z.coerce.number().int().positive().default(1),
  GITHUB_RUN_ATTEMPT: z.coerce.number().int().positive().default(1),
  GITHUB_TOKEN: z.string().optional(),
});

/**
 * Reads the run from the variables that a runner of GitHub sets, and `GITHUB_TOKEN`.
 * @throws UatError (configuration) outside a workflow.
 */
export function workflowRun(env: NodeJS.ProcessEnv): WorkflowRun {
  const variables = environmentSchema.safeParse(env);
  if (!variables.success)
    throw configurationError(
      `This command is a step of a workflow on GitHub, and its variables are not set: ${z.prettifyError(variables.error)}`,
    );
  const { GITHUB_REPOSITORY, GITHUB_API_URL, GITHUB_SERVER_URL, GITHUB_RUN_ID, GITHUB_TOKEN, ...order } =
    variables.data;
  const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
  return {
    ...{ owner, repo, api: GITHUB_API_URL },
    url: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
    order: { number: order.GITHUB_RUN_NUMBER, attempt: order.GITHUB_RUN_ATTEMPT },
    ...(GITHUB_TOKEN === undefined || GITHUB_TOKEN === '' ? {} : { token: GITHUB_TOKEN }),
  };
}
