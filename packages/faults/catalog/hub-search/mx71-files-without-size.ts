import { defineFault } from '../../src/define-fault.ts';

export const filesWithoutSize = defineFault({
  id: 'MX71',
  capability: 'hub-search',
  layer: 'service',
  sentence: 'The files of a repository are listed without their size.',
  source: 'Ours: nobody sees before a download whether the disk holds it',
  reverts: 'that the size of a file is told before it is fetched',
  install({ http }) {
    http.addHook('preSerialization', async ({ url }, _reply, payload) =>
      url.startsWith('/api/model_files/search') && Array.isArray(payload)
        ? payload.map((file: object) => ({ ...file, size: null }))
        : payload,
    );
  },
});
