import { defineFault } from '../../src/define-fault.ts';

export const secretListedWithValue = defineFault({
  id: 'MX83',
  capability: 'endpoint-secrets',
  layer: 'service',
  sentence: 'A secret is listed with its value.',
  source: 'OpenAPI document, Secret: the value is write-only',
  reverts: 'that a value is never shown',
  install({ services }) {
    const { shown } = services.secrets;
    services.secrets.shown = (secret) => ({ ...shown(secret), value: secret.value });
  },
});
