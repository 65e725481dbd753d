import { defineFault } from '../../src/define-fault.ts';

export const progressIsWhole = defineFault({
  id: 'MX25',
  capability: 'downloads',
  layer: 'service',
  sentence: 'A download that has only begun is reported as complete.',
  source: 'Ours: a user who sees 100 % deploys a file that is not there',
  reverts: 'that the percentage is of the bytes that came',
  install({ services }) {
    const { list } = services.downloads;
    services.downloads.list = () =>
      list().map((entry) => ({ ...entry, progress: { ...entry.progress, percentage: 100 } }));
  },
});
