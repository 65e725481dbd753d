import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX38c',
  area: 'authnz',
  sentence: 'A refresh token that nobody used for a year still signs in.',
  source: 'Ours: an expiry that is kept in a record and compared by nobody',
  reverts: 'that a refresh token expires',
  install({ parts }) {
    const { realmConfiguration } = parts;
    const { adapter } = parts.store.oidc;
    parts.realmConfiguration = () => ({
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
};
