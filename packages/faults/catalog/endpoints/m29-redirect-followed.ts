import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M29',
  area: 'model-engine',
  sentence: 'The discovery follows a redirect to wherever it leads.',
  source:
    'Capability record models.external-endpoints: redirects are refused, secrets never echoed, errors typed',
  reverts: 'that a redirect is a refusal',
  install({ parts }) {
    parts.endpoints.ask = async (place, { headers }) => {
      const answer = await fetch(place, { headers });
      return { status: answer.status, text: await answer.text() };
    };
  },
};
