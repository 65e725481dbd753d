import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX83',
  area: 'model-engine',
  sentence: 'A secret is listed with its value.',
  source: 'OpenAPI document, Secret: the value is write-only',
  reverts: 'that a value is never shown',
  install({ parts }) {
    const { shown } = parts.secrets;
    parts.secrets.shown = (secret) => ({ ...shown(secret), value: secret.value });
  },
};
