import type { Regression } from './regression.ts';
import { requestUnderWay } from './request-under-way.ts';

export const regression: Regression = {
  id: 'MX130',
  area: 'model-engine',
  sentence: 'What somebody asks for in the console is told to be on its way, and is not fetched.',
  source: 'Ours: nobody notices as long as the file is there from an earlier time',
  reverts: 'that a download begins, whoever asks for it',
  install({ app, parts }) {
    const { downloads } = parts.hub;
    const { start } = downloads;
    const request = requestUnderWay(app);
    // Only browsers send this header.
    downloads.start = (modelId, files) =>
      request()?.headers['sec-fetch-mode'] === undefined ? start(modelId, files) : [];
  },
};
