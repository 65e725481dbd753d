import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { engineOptions, type EngineMessage } from './engine-options.ts';
import { loadModel } from './load-model.ts';
import { serveModel } from './serve-model.ts';

// The process of one model instance. It ends with its parent's channel: no other process could stop it, and it has
// nothing to save, so it goes at once, also while llama.cpp is at work on other threads.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

const tell = (message: EngineMessage) => process.send?.(message);

const [given] = await once(process, 'message');
const options = engineOptions.parse(given);
process.stdout.write(`Loading ${options.name} from ${options.file}\n`);
await delay(options.loadDelayMilliseconds);
try {
  const server = createServer(serveModel(await loadModel(options), options));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`Serving ${options.name} with ${options.slots} slots\n`);
  tell({ kind: 'ready', port });
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The model cannot be loaded: ${message}\n`);
  tell({ kind: 'failed', message });
}
