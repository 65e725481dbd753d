import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX69b',
  area: 'authnz',
  sentence: 'Whoever knows the id of a token can revoke it, whosever it is.',
  source: 'Ours: the condition that is missing in most endpoints of this kind',
  reverts: 'that a token is revoked by its owner',
  install({ parts }) {
    const { pats } = parts.store;
    const { revoke } = pats;
    pats.revoke = (ownerId, jti) => revoke(pats.byJti(jti)?.owner_id ?? ownerId, jti);
  },
};
