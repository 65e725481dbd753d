import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M31b',
  area: 'model-engine',
  sentence: 'A download that was given up goes on.',
  source: 'OpenAPI document, cancel_model_download and cancel_all',
  reverts: 'that cancelling ends it',
  install({ parts }) {
    const { downloads } = parts.hub;
    downloads.cancel = async (id) => {
      const entry = downloads.list().find(({ download }) => download.id === id);
      if (entry?.download.state !== 'downloading') return undefined;
      return { ...entry.download, cancelledAt: new Date().toISOString() };
    };
  },
};
