import type { Foundation } from '../../foundation.ts';
import type { BundledHub } from '../hub/bundled-hub.ts';
import type { Download } from './download.ts';
import { type Downloads, modelFolder, openDownloads } from './downloads.ts';
import { fetchFile } from './fetch-file.ts';

/** Creates the service that downloads files from the hub. Each complete file may make a pending deployment ready. */
export function createDownloadService(
  { store, log, folder }: Pick<Foundation, 'store' | 'log' | 'folder'>,
  services: {
    hub: { bundled: Pick<BundledHub, 'address'> };
    pendingDeployments: { deployReady(): void };
  },
): Downloads {
  const records = {
    list: () => store.downloads.list(),
    save(download: Download) {
      store.downloads.save(download);
      if (download.state === 'done') services.pendingDeployments.deployReady();
      if (download.state === 'failed')
        log.write({
          level: 'warn',
          event: 'DOWNLOAD_FAILED',
          message: `${download.name} cannot be downloaded: ${download.error}`,
        });
    },
  };
  return openDownloads(records, modelFolder(folder), async (download, options) => {
    const url = new URL(download.url, await services.hub.bundled.address()).href;
    await fetchFile({ ...download, url }, options);
  });
}
