import { defineFault } from '../../src/define-fault.ts';

export const redirectFollowed = defineFault({
  id: 'M29',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'The discovery follows a redirect wherever it leads.',
  source:
    'Capability record models.external-endpoints: redirects are refused, secrets never echoed, errors typed',
  reverts: 'that a redirect is a refusal',
  install({ services }) {
    services.endpoints.request = async (place, { headers }) => {
      const answer = await fetch(place, { headers });
      return { status: answer.status, text: await answer.text() };
    };
  },
});
