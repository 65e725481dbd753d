import { defineFault } from '../../src/define-fault.ts';

export const litellmAskedLikeOpenai = defineFault({
  id: 'MX35c',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'A LiteLLM proxy is asked for the names of its models only, and not what they are for.',
  source: 'OpenAPI document, DiscoveredModel: underlying_model and purpose',
  reverts: 'that LiteLLM is asked where it tells more than names',
  install({ services }) {
    const { discover } = services.endpoints;
    services.endpoints.discover = (request) =>
      discover({ ...request, provider: request.provider === 'litellm' ? 'openai' : request.provider });
  },
});
