import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX35b',
  area: 'model-engine',
  sentence: 'An Azure endpoint is shown the key as a bearer token, which it does not read.',
  source: 'Azure OpenAI documentation: keys go into the header api-key',
  reverts: 'that each kind of endpoint is shown the key where it looks for it',
  install({ parts }) {
    const { ask } = parts.endpoints;
    parts.endpoints.ask = (place, { headers, ...question }) => {
      const { 'api-key': key, ...others } = headers;
      const bearer = key === undefined ? {} : { authorization: `Bearer ${key}` };
      return ask(place, { ...question, headers: { ...others, ...bearer } });
    };
  },
};
