import { HttpError } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const enteringRightAfterSignInFails = defineFault({
  id: 'A15',
  capability: 'workrooms',
  layer: 'service',
  sentence: 'Entering a workroom right after signing in is refused as if the user were not signed in.',
  source: 'uat-bot load-test-report-0.13.1.md, findings 5 and 11',
  reverts: 'that a session may enter a workroom from its first request on',
  install({ services }) {
    const { standingOf, enter } = services.workrooms;
    const requests = new Map<string, number>();
    services.workrooms.standingOf = (sid, userId) => {
      requests.set(sid, (requests.get(sid) ?? 0) + 1);
      return standingOf(sid, userId);
    };
    // As if the session were read from a copy that its first request has yet to fill.
    services.workrooms.enter = (sid, workroomId) => {
      if (requests.get(sid) === 1) throw new HttpError(401, 'No access token found');
      enter(sid, workroomId);
    };
  },
});
