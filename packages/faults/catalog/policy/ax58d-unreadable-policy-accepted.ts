import { defineFault } from '../../src/define-fault.ts';

export const unreadablePolicyAccepted = defineFault({
  id: 'AX58d',
  capability: 'policy',
  layer: 'service',
  sentence: 'An unreadable policy is accepted in words and ignored in fact.',
  source: 'An administrator who changes the policy believes that the change is in force',
  reverts: 'that an invalid policy is refused',
  install({ services }) {
    const { replace } = services.policy;
    services.policy.replace = async (text) => (await replace(text)).slice(0, 0);
  },
});
