import { defineFault } from '../../src/define-fault.ts';

export const refreshTokenWorksForEver = defineFault({
  id: 'AX38',
  capability: 'refresh',
  layer: 'service',
  sentence: 'A refresh token that has been exchanged can be exchanged again and again.',
  source: 'Ours: a stolen refresh token is noticed only when it comes back',
  reverts: 'that a refresh token is good for one use',
  install({ services }) {
    const { configuration: realmConfiguration } = services.realm;
    const { adapter } = services.store.oidc;
    services.realm.configuration = () => ({
      ...realmConfiguration(),
      adapter(model: string) {
        const records = adapter(model);
        if (model !== 'RefreshToken') return records;
        return {
          ...records,
          async find(id: string) {
            const found = await records.find(id);
            return found && { ...found, consumed: undefined };
          },
        };
      },
    });
  },
});
