import { RequestError } from '@octokit/request-error';

/**
 * Why a request to GitHub failed, in one sentence that says what to do.
 * @param needs The permission without which the request is refused: `pull-requests: write`.
 * @throws The error itself when it is not one of a request.
 */
export function apiProblem(error: unknown, needs: string): string {
  if (!(error instanceof RequestError)) throw error;
  const { status, response, message } = error;
  const limited = response?.headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message);
  if ((status === 403 || status === 429) && limited)
    return `GitHub's rate limit is used up (${status}); rerun this job later.`;
  if (status === 401 || status === 403 || status === 404)
    return `GitHub refused it (${status}): the token lacks the permission ${needs}. A pull request from a fork never has it.`;
  if (response === undefined) return `GitHub cannot be reached: ${message}.`;
  return `GitHub answered ${status}: ${message}.`;
}
