import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX85',
  area: 'model-engine',
  sentence: 'Everybody sees and removes the secrets of everybody.',
  source: 'OpenAPI document, get_secret_by_urn: requires permission',
  reverts: 'that people reach their own secrets only',
  install({ parts }) {
    parts.secrets.mayReach = () => true;
  },
};
