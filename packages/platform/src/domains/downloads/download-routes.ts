import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import type { Services } from '../../services.ts';
import { beginDownload, downloadStartedResponse } from './begin-download.ts';
import { downloadStatus } from './download-status.ts';

const cancelQuery = z.object({ model_id: z.guid().optional() });
const filePath = z.object({ model_file_id: z.guid().transform((id) => id.toLowerCase()) });

/** Routes to start, observe and cancel downloads. */
export function downloadRoutes(app: FastifyInstance, services: Services): void {
  app.post('/models/download/', async (call) => downloadStartedResponse(await beginDownload(services, call)));

  app.get('/model_files/download_status/', async () =>
    services.modelFiles.of().flatMap((entry) => downloadStatus(services, entry) ?? []),
  );

  app.delete('/model_files/:model_file_id/download', async (call) => {
    const { model_file_id } = parseInput(filePath, call.params, 'path');
    const known = services.modelFiles.byId(model_file_id);
    if (!known) throw new HttpError(404, 'Model file not found');
    const cancelled = await services.downloads.cancel(model_file_id);
    if (cancelled)
      services.activity.audit(call, { action: 'model-download-cancelled', target: known.file.name });
    return {
      result: cancelled !== undefined,
      message: cancelled ? 'The download was cancelled' : 'No download of this file is under way',
      file_id: model_file_id,
      cancelled_at: cancelled?.cancelledAt ?? null,
    };
  });

  app.delete('/model_files/downloads/cancel_all', async (call) => {
    const { model_id } = parseInput(cancelQuery, call.query, 'query');
    const { total, cancelled, failed } = await services.downloads.cancelAll(model_id?.toLowerCase());
    services.activity.audit(call, { action: 'model-downloads-cancelled', target: model_id ?? 'all' });
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
