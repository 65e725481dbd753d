import { defineFault } from '../../src/define-fault.ts';

export const refreshTokenNeverExpires = defineFault({
  id: 'AX38c',
  capability: 'refresh',
  layer: 'service',
  sentence: 'A refresh token that was not used for a year still signs in.',
  source: 'Ours: an expiry that is kept in a record and never compared',
  reverts: 'that a refresh token expires',
  install({ services }) {
    const { configuration: realmConfiguration } = services.realm;
    const { adapter } = services.store.oidc;
    services.realm.configuration = () => ({
      ...realmConfiguration(),
      adapter(model: string) {
        const records = adapter(model);
        if (model !== 'RefreshToken' && model !== 'Grant') return records;
        return {
          ...records,
          async find(id: string) {
            const found = await records.find(id);
            return found && { ...found, exp: undefined };
          },
        };
      },
    });
  },
});
