import { defineFault } from '../../src/define-fault.ts';

export const statusOfYesterday = defineFault({
  id: 'M26',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A stopped deployment is shown as it was when it was first looked at.',
  source: 'Capability documentation',
  reverts: 'that a deployment is looked at each time',
  install({ services }) {
    const { current } = services.serving;
    const seen = new Map<string, Awaited<ReturnType<typeof current>>>();
    services.serving.current = async (deployment) => {
      const now = seen.get(deployment.id) ?? (await current(deployment));
      if (now.status === 'DEPLOYED') seen.set(now.id, now);
      return now;
    };
  },
});
