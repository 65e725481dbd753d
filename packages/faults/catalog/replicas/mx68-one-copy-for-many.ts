import { defineFault } from '../../src/define-fault.ts';

export const oneCopyForMany = defineFault({
  id: 'MX68',
  capability: 'replicas',
  layer: 'service',
  sentence: 'One copy runs, however many were requested.',
  source: 'OpenAPI document, CreateModelDeployment: starting_copies',
  reverts: 'that as many copies run as were asked for',
  install({ services }) {
    const { deploy } = services.serving;
    services.serving.deploy = (asked) => deploy({ ...asked, copies: 1 });
  },
});
