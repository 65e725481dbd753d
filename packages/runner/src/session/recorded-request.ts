import type { RunRequest } from '@uat/record';

/** A request for the record: without passwords, and without options that affect only the display of the run. */
export function recordedRequest(request: RunRequest): RunRequest {
  const { out: _out, aside: _aside, quiet: _quiet, headed: _headed, ui: _ui, ...kept } = request;
  return kept.target === undefined ? kept : { ...kept, target: withoutPassword(kept.target) };
}

/** The name or URL of a target, without credentials. */
function withoutPassword(target: string): string {
  if (!/\/\/|@/.test(target)) return target;
  const url = URL.parse(target);
  if (url === null || url.host === '') return 'unknown';
  if (url.username === '' && url.password === '') return target;
  url.username = '';
  url.password = '';
  return url.href;
}
