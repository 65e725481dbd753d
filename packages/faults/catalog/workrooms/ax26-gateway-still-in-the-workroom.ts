import type { Standing } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const gatewayStillInTheWorkroom = defineFault({
  id: 'AX26',
  capability: 'workrooms',
  layer: 'service',
  sentence: 'ForwardAuth still names a workroom that the session has left.',
  source: 'A gateway that remembers where a session was',
  reverts: 'that a session that leaves a workroom is in none, at every entry point',
  install({ services }) {
    const last = new Map<string, Standing>();
    const { identityHeaders } = services.gateway;
    services.gateway.identityHeaders = (identity, requestId) => {
      if (identity.kind !== 'session') return identityHeaders(identity, requestId);
      if (identity.standing) last.set(identity.sid, identity.standing);
      return identityHeaders({ ...identity, standing: last.get(identity.sid) }, requestId);
    };
  },
});
