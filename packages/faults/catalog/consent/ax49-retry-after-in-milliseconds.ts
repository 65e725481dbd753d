import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX49',
  area: 'authnz',
  sentence: 'Retry-After says how many milliseconds to wait; clients read them as seconds.',
  source: 'The unit is the commonest mistake in this header; who obeys it waits for half an hour',
  reverts: 'that Retry-After counts seconds',
  install({ parts }) {
    const { publicConfigRate } = parts;
    parts.publicConfigRate = (key, now) => {
      const verdict = publicConfigRate(key, now);
      return verdict.kind === 'waits' ? { ...verdict, seconds: verdict.seconds * 1000 } : verdict;
    };
  },
};
