import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX25',
  area: 'model-engine',
  sentence: 'A download that has only begun is told of as whole.',
  source: 'Ours: whoever sees 100 % deploys a file that is not there',
  reverts: 'that the percentage is of the bytes that came',
  install({ parts }) {
    const { list } = parts.hub.downloads;
    parts.hub.downloads.list = () =>
      list().map((entry) => ({ ...entry, progress: { ...entry.progress, percentage: 100 } }));
  },
};
