import { downloadAnswer, type DownloadedFile } from './downloaded-file.ts';
import type { Services } from '../../services.ts';
import { nodeFacts } from '../cluster/node-facts.ts';

/** The progress of a file's download; undefined for a file without one. */
export function downloadStatus({ store }: Services, entry: DownloadedFile) {
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
