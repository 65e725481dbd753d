import { defineFault } from '../../src/define-fault.ts';

export const thiefKeepsTheSession = defineFault({
  id: 'AX61',
  capability: 'refresh',
  layer: 'service',
  sentence: 'When a used refresh token comes back, the session continues, and the thief with it.',
  source: 'Ours: refusing the second use is only half of the answer',
  reverts: 'that a refresh token in two hands ends the whole sign-in',
  install({ services }) {
    const realm = services.realm.provider;
    services.realm.provider = async () => (await realm()).removeAllListeners('grant.revoked');
  },
});
