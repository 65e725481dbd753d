import { defineFault } from '../../src/define-fault.ts';

export const secondTabIsSignedOut = defineFault({
  id: 'AX38b',
  capability: 'refresh',
  layer: 'service',
  sentence: 'Two tabs that refresh at the same moment sign each other out.',
  source: 'Ours: what a strict rotation does to people with two tabs',
  reverts: 'that a refresh token may come twice within half a minute',
  install({ services }) {
    const used = new Set<string>();
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
            return found && used.has(id) ? { ...found, consumed: true } : found;
          },
          async consume(id: string) {
            used.add(id);
            await records.consume(id);
          },
        };
      },
    });
  },
});
