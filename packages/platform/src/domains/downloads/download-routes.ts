import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import type { Parts } from '../../services.ts';
import { beginDownload, downloadBegun } from './begin-download.ts';
import { downloadStatus } from './download-status.ts';

const cancelQuery = z.object({ model_id: z.guid().optional() });
const filePath = z.object({ model_file_id: z.guid().transform((id) => id.toLowerCase()) });

/** What comes from the hub: begun, watched and given up. */
export function downloadRoutes(app: FastifyInstance, parts: Parts): void {
  app.post('/models/download/', async (call) => downloadBegun(await beginDownload(parts, call)));

  app.get('/model_files/download_status/', async () =>
    parts.hub.filesOf().flatMap((entry) => downloadStatus(parts, entry) ?? []),
  );

  app.delete('/model_files/:model_file_id/download', async (call) => {
    const { model_file_id } = parseInput(filePath, call.params, 'path');
    const known = parts.hub.fileAt(model_file_id);
    if (!known) throw new HttpError(404, 'Model file not found');
    const cancelled = await parts.hub.downloads.cancel(model_file_id);
    if (cancelled) parts.audit(call, { action: 'model-download-cancelled', target: known.file.name });
    return {
      result: cancelled !== undefined,
      message: cancelled ? 'The download was cancelled' : 'No download of this file is under way',
      file_id: model_file_id,
      cancelled_at: cancelled?.cancelledAt ?? null,
    };
  });

  app.delete('/model_files/downloads/cancel_all', async (call) => {
    const { model_id } = parseInput(cancelQuery, call.query, 'query');
    const { total, cancelled, failed } = await parts.hub.downloads.cancelAll(model_id?.toLowerCase());
    parts.audit(call, { action: 'model-downloads-cancelled', target: model_id ?? 'all' });
    return {
      result: failed === 0,
      message: `${cancelled} of ${total} downloads were cancelled`,
      total_downloads: total,
      cancelled_count: cancelled,
      failed_count: failed,
      cancelled_at: new Date().toISOString(),
    };
  });
}
