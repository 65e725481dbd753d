import type { GithubClient } from '../client/github-client.ts';
import { isLater, markerIn } from './comment-marker.ts';

/** What became of a comment. */
export type Posted = 'created' | 'edited' | 'outdated';

/**
 * Writes the comment of a stage on a pull request: edits the one that an earlier run wrote, else creates it. A run never
 * replaces the comment of a later one.
 * @throws RequestError when GitHub refuses a request.
 */
export async function postComment(
  { rest, paginate, at }: GithubClient,
  pullRequest: number,
  body: string,
): Promise<Posted> {
  const marker = markerIn(body);
  const comments = await paginate(rest.issues.listComments, {
    ...at,
    issue_number: pullRequest,
    per_page: 100,
  });
  // Anyone may copy a marker into a comment; only those of a bot are ours.
  const earlier = comments.flatMap((comment) => {
    const found = markerIn(comment.body ?? '');
    const isOurs = found?.stage === marker?.stage && comment.user?.type === 'Bot';
    return found !== undefined && isOurs ? [{ id: comment.id, order: found.order }] : [];
  })[0];
  if (earlier === undefined) {
    await rest.issues.createComment({ ...at, issue_number: pullRequest, body });
    return 'created';
  }
  if (marker !== undefined && isLater(earlier.order, marker.order)) return 'outdated';
  await rest.issues.updateComment({ ...at, comment_id: earlier.id, body });
  return 'edited';
}
