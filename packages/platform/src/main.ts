#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Halves the start after the first one; has to come before the modules it speeds up.
enableCompileCache();
const { runPlatform } = await import('./server/run-platform.ts');
await runPlatform();
