import type { Ask, CallOptions } from '../transport/request.ts';

/** A window of the log: times in ISO 8601, at most `limit` entries, the newest ones. */
export interface LogWindow {
  readonly since?: string;
  readonly until?: string;
  readonly limit?: number;
}

/** What the embedded platform tells about itself; other targets have none of this. */
export function platformGroup(ask: Ask) {
  return {
    /** What it logged, oldest first, for admins. */
    log: (window: LogWindow = {}, options: CallOptions = {}) =>
      ask({ operationId: 'platformLog' }, options, (client, init) =>
        client.GET('/logger/platform', { ...init, params: { query: window } }),
      ),
  };
}
