import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX38',
  area: 'authnz',
  sentence: 'A refresh token that has been exchanged can be exchanged again and again.',
  source: 'Ours: a stolen refresh token is noticed only when it comes back',
  reverts: 'that a refresh token is good for one use',
  install({ parts }) {
    const { realmConfiguration } = parts;
    const { adapter } = parts.store.oidc;
    parts.realmConfiguration = () => ({
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
};
