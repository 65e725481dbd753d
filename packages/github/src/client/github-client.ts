import { randomUUID } from 'node:crypto';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { configurationError } from '@uat/core';
import type { WorkflowRun } from '../workflow/workflow-run.ts';

/** The REST API of GitHub for one repository. */
export interface GithubClient {
  rest: Octokit['rest'];
  paginate: Octokit['paginate'];
  /** Parameters of each request. */
  at: { owner: string; repo: string };
}

/** Seconds that a rate limit is waited for; a step that waits longer only costs. */
const longestWait = 60;
const RestApi = Octokit.plugin(retry, throttling);

/**
 * Opens the REST API with the token of a run. Requests are tried again after errors of the server and after rate limits
 * that end within a minute.
 * @throws UatError (configuration) without a token.
 */
export function githubClient(
  { api, owner, repo, token }: WorkflowRun,
  { retryBase = 1_000 }: { retryBase?: number } = {},
): GithubClient {
  if (token === undefined)
    throw configurationError(
      'GITHUB_TOKEN is not set: give the step the token of its job, with env: GITHUB_TOKEN: ${{ github.token }}.',
    );
  const waits = (after: number, _request: unknown, _octokit: unknown, tries: number) =>
    after <= longestWait && tries < 2;
  const silent = () => undefined;
  const { rest, paginate } = new RestApi({
    ...{ auth: token, baseUrl: api, userAgent: 'kamiwaza-uat' },
    log: { debug: silent, info: silent, warn: silent, error: silent },
    retry: { retryAfterBaseValue: retryBase },
    throttle: {
      // Requests are paced per client.
      id: randomUUID(),
      onRateLimit: waits,
      onSecondaryRateLimit: waits,
      retryAfterBaseValue: retryBase,
      fallbackSecondaryRateRetryAfter: longestWait,
    },
  });
  return { rest, paginate, at: { owner, repo } };
}
