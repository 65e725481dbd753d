import { randomUUID } from 'node:crypto';

import { defineFault } from '../../src/define-fault.ts';

export const fetchedTwice = defineFault({
  id: 'MX26',
  capability: 'downloads',
  layer: 'service',
  sentence: 'A file that is being downloaded is downloaded once more.',
  source: 'Ours: two writers of one file spoil it',
  reverts: 'that what is under way is not begun again',
  install({ services }) {
    const { downloads } = services;
    const { start } = downloads;
    downloads.start = (modelId, files) => {
      const onTheirWay = downloads.list().filter(({ download }) => download.state === 'downloading');
      return start(modelId, files).map((download) => {
        if (!onTheirWay.some((one) => one.download.id === download.id)) return download;
        const again = { ...download, id: randomUUID() };
        const known = services.store.modelFiles.byId(download.id);
        if (known) services.store.modelFiles.save({ ...known, id: again.id });
        services.store.downloads.save(again);
        return again;
      });
    };
  },
});
