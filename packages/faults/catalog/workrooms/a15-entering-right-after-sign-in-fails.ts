import { HttpError } from '../errors/http-error.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A15',
  area: 'authnz',
  sentence: 'Entering a workroom as the first thing after signing in is refused as if nobody were signed in.',
  source: 'uat-bot load-test-report-0.13.1.md, findings 5 and 11',
  reverts: 'that a session may enter a workroom from its first request on',
  install({ parts }) {
    const { standingOf, enter } = parts.workrooms;
    const requests = new Map<string, number>();
    parts.workrooms.standingOf = (sid, userId) => {
      requests.set(sid, (requests.get(sid) ?? 0) + 1);
      return standingOf(sid, userId);
    };
    // As if the session were read from a copy that its first request has yet to fill.
    parts.workrooms.enter = (sid, workroomId) => {
      if (requests.get(sid) === 1) throw new HttpError(401, 'No access token found');
      enter(sid, workroomId);
    };
  },
};
