import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { defineFault } from '../../src/define-fault.ts';

export const checksumIgnored = defineFault({
  id: 'MX27',
  capability: 'downloads',
  layer: 'service',
  sentence: 'Bytes that differ from what the hub promised are accepted as the file.',
  source: 'Ours: a file that was spoilt on its way fails when it is loaded, or speaks nonsense',
  reverts: 'that a file is hashed before it counts',
  install({ services }) {
    services.downloads.fetch = async ({ url, path }, { signal, onProgress }) => {
      const response = await fetch(new URL(url, await services.hub.bundled.address()), { signal });
      const content = await response.bytes();
      onProgress(content.length);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content, { signal });
    };
  },
});
