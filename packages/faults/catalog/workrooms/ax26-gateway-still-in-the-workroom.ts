import type { Standing } from '../workrooms/workroom-parts.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX26',
  area: 'authnz',
  sentence: 'ForwardAuth goes on naming a workroom that the session has left.',
  source: 'A gateway that remembers where a session was',
  reverts: 'that whoever leaves a workroom is in none at every door',
  install({ parts }) {
    const last = new Map<string, Standing>();
    const { identityHeaders } = parts;
    parts.identityHeaders = (identity, requestId) => {
      if (identity.kind !== 'session') return identityHeaders(identity, requestId);
      if (identity.standing) last.set(identity.sid, identity.standing);
      return identityHeaders({ ...identity, standing: last.get(identity.sid) }, requestId);
    };
  },
};
