import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX35',
  area: 'model-engine',
  sentence: 'An endpoint is asked without the key.',
  source: 'Ours: providers list nothing, or only what is public, to whoever has no key',
  reverts: 'that the key of the caller goes along',
  install({ parts }) {
    const { discover } = parts.endpoints;
    parts.endpoints.discover = (request) => discover({ ...request, apiKey: undefined });
  },
};
