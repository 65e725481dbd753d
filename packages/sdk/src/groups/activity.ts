import type { Ask, CallOptions } from '../transport/request.ts';

/** Who did what, for admins. */
export function activityGroup(ask: Ask) {
  return {
    recent: (options: CallOptions = {}) =>
      ask({ operationId: 'recentActivity' }, options, (client, init) =>
        client.GET('/activity/activities/', init),
      ),
  };
}
