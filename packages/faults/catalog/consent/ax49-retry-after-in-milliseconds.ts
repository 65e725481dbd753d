import { defineFault } from '../../src/define-fault.ts';

export const retryAfterInMilliseconds = defineFault({
  id: 'AX49',
  capability: 'consent',
  layer: 'service',
  sentence: 'Retry-After says how many milliseconds to wait; clients read them as seconds.',
  source: 'The unit is the commonest mistake in this header; who obeys it waits for half an hour',
  reverts: 'that Retry-After counts seconds',
  install({ services }) {
    const { publicConfigRate } = services.security;
    services.security.publicConfigRate = (key, now) => {
      const verdict = publicConfigRate(key, now);
      return verdict.kind === 'waits' ? { ...verdict, seconds: verdict.seconds * 1000 } : verdict;
    };
  },
});
