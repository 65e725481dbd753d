import { defineFault } from '../../src/define-fault.ts';

export const secretsOfOthersShown = defineFault({
  id: 'MX85',
  capability: 'endpoint-secrets',
  layer: 'service',
  sentence: 'Every user sees and removes the secrets of all users.',
  source: 'OpenAPI document, get_secret_by_urn: requires permission',
  reverts: 'that people reach their own secrets only',
  install({ services }) {
    services.secrets.mayReach = () => true;
  },
});
