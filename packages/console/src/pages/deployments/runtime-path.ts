import type { Deployment } from '../../api/model-answers.ts';

/** Where a deployment speaks the OpenAI protocol, on the platform's own address. */
export function runtimePath({ id, access_path }: Pick<Deployment, 'id' | 'access_path'>): string {
  // Only a path of this very origin is followed: the request carries the session's token.
  const given = access_path ?? '';
  const path = /^\/(?![/\\])/.test(given)
    ? given.replace(/\/+$/, '')
    : `/runtime/models/${encodeURIComponent(id)}`;
  return path.endsWith('/v1') ? path : `${path}/v1`;
}
