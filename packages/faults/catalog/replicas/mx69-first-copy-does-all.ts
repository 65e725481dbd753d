import type { Instance } from '../engine/instance/start-instance.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX69',
  area: 'model-engine',
  sentence: 'One copy of a model gets all the work, and the others none.',
  source: 'Ours: copies that are paid for and never asked',
  reverts: 'that the copies of a deployment share its requests',
  install({ parts }) {
    const { route } = parts.serving;
    const chosen = new Map<string, Instance>();
    parts.serving.route = (id) => {
      const now = route(id);
      if (!now) return now;
      const first = chosen.get(id) ?? now;
      chosen.set(id, first);
      return first;
    };
  },
};
