#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Halves the time of later starts; has to come before the modules that it speeds up.
enableCompileCache();
const { runPlatform } = await import('./server/run-platform.ts');
await runPlatform();
