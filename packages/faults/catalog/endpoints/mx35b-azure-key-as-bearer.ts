import { defineFault } from '../../src/define-fault.ts';

export const azureKeyAsBearer = defineFault({
  id: 'MX35b',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'An Azure endpoint receives the key as a bearer token, which it does not read.',
  source: 'Azure OpenAI documentation: keys go into the header api-key',
  reverts: 'that each kind of endpoint is shown the key where it looks for it',
  install({ services }) {
    const { request: ask } = services.endpoints;
    services.endpoints.request = (place, { headers, ...question }) => {
      const { 'api-key': key, ...others } = headers;
      const bearer = key === undefined ? {} : { authorization: `Bearer ${key}` };
      return ask(place, { ...question, headers: { ...others, ...bearer } });
    };
  },
});
