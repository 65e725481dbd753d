import { defineFault } from '../../src/define-fault.ts';

export const refreshTokenIsNotExchanged = defineFault({
  id: 'AX39',
  capability: 'refresh',
  layer: 'service',
  sentence: 'A refresh returns the same refresh token again, so a stolen one is never noticed.',
  source: 'Ours: one setting of the provider',
  reverts: 'that each refresh gives another refresh token',
  install({ services }) {
    const { configuration: realmConfiguration } = services.realm;
    services.realm.configuration = () => ({ ...realmConfiguration(), rotateRefreshToken: false });
  },
});
