import { defineFault } from '../../src/define-fault.ts';

export const unreadablePolicyAccepted = defineFault({
  id: 'AX58d',
  capability: 'policy',
  layer: 'service',
  sentence: 'A policy that cannot be read is accepted in words and ignored in fact.',
  source: 'Whoever changes the policy believes that the change is in force',
  reverts: 'that a policy that is none is refused',
  install({ services }) {
    const { replace } = services.policy;
    services.policy.replace = async (text) => (await replace(text)).slice(0, 0);
  },
});
