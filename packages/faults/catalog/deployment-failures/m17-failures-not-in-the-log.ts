import { defineFault } from '../../src/define-fault.ts';

export const failuresNotInTheLog = defineFault({
  id: 'M17',
  capability: 'deployment-failures',
  layer: 'service',
  sentence: 'The log of a deployment that failed is empty.',
  source: 'uat-bot load-test-report-0.13.1',
  reverts: 'that the log holds what kept a deployment from serving',
  install({ services }) {
    const { logLines } = services.serving;
    services.serving.logLines = async (id) =>
      services.store.deployments.byId(id)?.status === 'FAILED' ? [] : logLines(id);
  },
});
