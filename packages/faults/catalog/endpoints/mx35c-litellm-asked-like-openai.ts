import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX35c',
  area: 'model-engine',
  sentence: 'A LiteLLM proxy is asked for the names of its models only, and not what they are for.',
  source: 'OpenAPI document, DiscoveredModel: underlying_model and purpose',
  reverts: 'that LiteLLM is asked where it tells more than names',
  install({ parts }) {
    const { discover } = parts.endpoints;
    parts.endpoints.discover = (request) =>
      discover({ ...request, provider: request.provider === 'litellm' ? 'openai' : request.provider });
  },
};
