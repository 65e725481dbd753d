import { z } from 'zod';

import { bundledModels } from '../engine/models/bundled-models.ts';
import type { ModelConfig } from '../model-configs/store.ts';

const config = z.object({
  max_model_len: z.int().min(16).optional().catch(undefined),
  strip_thinking: z.boolean().optional().catch(undefined),
});
const systemConfig = z.object({
  startup_timeout_seconds: z.number().positive().max(3_600).optional().catch(undefined),
  token_milliseconds: z.number().min(0).max(1_000).optional().catch(undefined),
});

const contextOfOthers = 512;
/** Default time limit of an engine's start, in seconds. */
const startSeconds = 120;

/** The engine settings of a configuration. Missing or invalid values get their defaults. */
export function engineSettings({ config: asked, systemConfig: system }: ModelConfig, fileName: string) {
  const made = bundledModels.find(({ file }) => file === fileName)?.contextLength ?? contextOfOthers;
  const { max_model_len, strip_thinking } = config.parse(asked);
  const { startup_timeout_seconds, token_milliseconds } = systemConfig.parse(system);
  return {
    contextLength: Math.min(max_model_len ?? made, made),
    startSeconds: startup_timeout_seconds ?? startSeconds,
    tokenMilliseconds: token_milliseconds ?? 0,
    stripThinking: strip_thinking ?? false,
  };
}
