import type { Deployment } from '../../api/model-answers.ts';

/** The path of a deployment's OpenAI API on the platform's own origin. */
export function runtimePath({ id, access_path }: Pick<Deployment, 'id' | 'access_path'>): string {
  // Only paths of this origin are used, because the request carries the session's token.
  const given = access_path ?? '';
  const path = /^\/(?![/\\])/.test(given)
    ? given.replace(/\/+$/, '')
    : `/runtime/models/${encodeURIComponent(id)}`;
  return path.endsWith('/v1') ? path : `${path}/v1`;
}
