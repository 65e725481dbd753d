import { defineFault } from '../../src/define-fault.ts';

export const oneLostAllLost = defineFault({
  id: 'MX70',
  capability: 'replicas',
  layer: 'service',
  sentence: 'A copy that dies takes all others with it.',
  source: 'Ours: several copies are there for the day on which one dies',
  reverts: 'that the copies that are left go on',
  install({ services }) {
    services.serving.instanceLost = (id, _instanceId, failure) => services.serving.fail(id, failure);
  },
});
