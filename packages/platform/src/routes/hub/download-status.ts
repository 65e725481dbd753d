import { downloadAnswer, type DownloadedFile } from '../../hub/downloaded-file.ts';
import type { Parts } from '../../parts.ts';
import { nodeFacts } from '../node-facts.ts';

/** How far the download of a file is; undefined when nobody asked for one. */
export function downloadStatus({ store }: Parts, entry: DownloadedFile) {
  const { file, download } = entry;
  if (!download) return undefined;
  return {
    id: file.id,
    m_id: download.modelId,
    name: file.name,
    storage_location: download.state === 'done' ? download.path : null,
    ...downloadAnswer(entry, nodeFacts(store.secrets).id),
  };
}
