import { defineFault } from '../../src/define-fault.ts';

export const tokensOfOthersCanBeRevoked = defineFault({
  id: 'AX69b',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'Anyone who knows the id of a token can revoke it, even when it belongs to another user.',
  source: 'Ours: the condition that is missing in most endpoints of this kind',
  reverts: 'that a token is revoked by its owner',
  install({ services }) {
    const { pats } = services.store;
    const { revoke } = pats;
    pats.revoke = (ownerId, jti) => revoke(pats.byJti(jti)?.owner_id ?? ownerId, jti);
  },
});
