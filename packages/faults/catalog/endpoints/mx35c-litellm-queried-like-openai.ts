import { defineFault } from '../../src/define-fault.ts';

export const litellmQueriedLikeOpenai = defineFault({
  id: 'MX35c',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'A LiteLLM proxy is asked only for the names of its models, and not for their purpose.',
  source: 'OpenAPI document, DiscoveredModel: underlying_model and purpose',
  reverts: 'that LiteLLM is asked where it tells more than names',
  install({ services }) {
    const { discover } = services.endpoints;
    services.endpoints.discover = (request) =>
      discover({ ...request, provider: request.provider === 'litellm' ? 'openai' : request.provider });
  },
});
