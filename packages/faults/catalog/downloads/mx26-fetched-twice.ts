import { randomUUID } from 'node:crypto';

import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX26',
  area: 'model-engine',
  sentence: 'A file that is on its way is fetched once more.',
  source: 'Ours: two writers of one file spoil it',
  reverts: 'that what is under way is not begun again',
  install({ parts }) {
    const { downloads } = parts.hub;
    const { start } = downloads;
    downloads.start = (modelId, files) => {
      const onTheirWay = downloads.list().filter(({ download }) => download.state === 'downloading');
      return start(modelId, files).map((download) => {
        if (!onTheirWay.some((one) => one.download.id === download.id)) return download;
        const again = { ...download, id: randomUUID() };
        const known = parts.store.modelFiles.byId(download.id);
        if (known) parts.store.modelFiles.add({ ...known, id: again.id });
        parts.store.downloads.save(again);
        return again;
      });
    };
  },
};
