import { defineFault } from '../../src/define-fault.ts';

export const filesWithoutChecksum = defineFault({
  id: 'MX53',
  capability: 'hub-search',
  layer: 'service',
  sentence: 'The files of a repository are listed without what they have to hash to.',
  source: 'Ours: nobody can tell a spoilt file from a whole one',
  reverts: 'that a file can be checked against what its hub promised',
  install({ http }) {
    http.addHook('preSerialization', async ({ url }, _reply, payload) =>
      url.startsWith('/api/model_files/search') && Array.isArray(payload)
        ? payload.map((file: object) => ({ ...file, checksum: null }))
        : payload,
    );
  },
});
