import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M26',
  area: 'model-engine',
  sentence: 'A deployment that was stopped is shown as it was when somebody first looked.',
  source: 'Capability documentation',
  reverts: 'that a deployment is looked at each time',
  install({ parts }) {
    const { current } = parts.serving;
    const seen = new Map<string, Awaited<ReturnType<typeof current>>>();
    parts.serving.current = async (deployment) => {
      const now = seen.get(deployment.id) ?? (await current(deployment));
      if (now.status === 'DEPLOYED') seen.set(now.id, now);
      return now;
    };
  },
};
