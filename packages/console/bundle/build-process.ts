// Run by build.ts: node build-process.ts ROOT FOLDER
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const [root = '', folder = ''] = process.argv.slice(2);
const config = join(root, 'vite.config.ts');

await build({
  root,
  configFile: existsSync(config) ? config : false,
  // Node reads TypeScript natively; Vite's own loader would write a file beside the sources.
  configLoader: 'native',
  logLevel: 'error',
  build: { outDir: folder, emptyOutDir: false },
});
