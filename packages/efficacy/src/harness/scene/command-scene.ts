import path from 'node:path';
import { projectRoot } from '@uat/core';
import type { CommandScene } from './scene.ts';
import { type SceneEnd, uatProcess } from './uat-process.ts';

/** Runs a command that ends without a verdict. */
export async function playCommand(
  { args, config }: CommandScene,
  folder: string,
  signal: AbortSignal,
): Promise<SceneEnd> {
  const env = { UAT_CONFIG: path.join(projectRoot, config) };
  const { exitCode, all } = await uatProcess(args, { cwd: folder, env, signal });
  return { exitCode, verdict: undefined, output: all, leaks: [] };
}
