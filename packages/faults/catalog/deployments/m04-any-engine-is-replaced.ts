import { defineFault } from '../../src/define-fault.ts';

export const anyEngineIsReplaced = defineFault({
  id: 'M4',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A model for an engine that no node has is deployed with another engine.',
  source: 'SDK commits 334166b, e3d835e (ENG-6533): a host that cannot serve a model answers 5xx',
  reverts: 'that a missing engine is reported',
  install({ services }) {
    services.serving.canRun = () => true;
  },
});
