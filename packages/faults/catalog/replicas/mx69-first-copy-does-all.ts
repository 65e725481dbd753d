import type { Instance } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const firstCopyDoesAll = defineFault({
  id: 'MX69',
  capability: 'replicas',
  layer: 'service',
  sentence: 'One copy of a model gets all the work, and the others none.',
  source: 'Ours: copies that are paid for and never asked',
  reverts: 'that the copies of a deployment share its requests',
  install({ services }) {
    const { route } = services.serving;
    const chosen = new Map<string, Instance>();
    services.serving.route = (id) => {
      const now = route(id);
      if (!now) return now;
      const first = chosen.get(id) ?? now;
      chosen.set(id, first);
      return first;
    };
  },
});
