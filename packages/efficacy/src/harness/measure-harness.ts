import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pMap from 'p-map';
import { type HarnessReport, harnessReport } from './harness-report.ts';
import type { Scene } from './scene/scene.ts';
import { stage } from './scene/stage.ts';
import type { SceneEnd } from './scene/uat-process.ts';
import { score, type SituationScore } from './score.ts';
import type { Situation } from './situation.ts';

export interface MeasureHarnessOptions {
  situations: readonly Situation[];
  fast: boolean;
  /** Scenes at a time. */
  concurrency: number;
  /** Receives each score as soon as it is known. */
  onScore: (score: SituationScore) => void;
  signal: AbortSignal;
}

/**
 * Plays each situation and its twin, and compares their ends with the expected ones. A twin that several situations
 * share is played once.
 * @throws UatError when what scenes start from cannot be made.
 */
export async function measureHarness(options: MeasureHarnessOptions): Promise<HarnessReport> {
  const { situations, fast, concurrency, onScore, signal } = options;
  const started = performance.now();
  const secondsSince = (from: number) => Math.round((performance.now() - from) / 100) / 10;
  const folder = mkdtempSync(path.join(tmpdir(), 'uat-harness-'));
  const twins = new Map<Scene, Promise<SceneEnd>>();
  try {
    await using played = stage(folder, signal);
    const twinOf = ({ twin }: Situation) => {
      const end = twins.get(twin) ?? played.play(twin);
      twins.set(twin, end);
      return end;
    };
    const scores = await pMap(
      situations,
      async (situation) => {
        signal.throwIfAborted();
        const twin = await twinOf(situation);
        const from = performance.now();
        const end = await played.play(situation.scene);
        const result = score({ situation, end, twin, seconds: secondsSince(from) });
        signal.throwIfAborted();
        onScore(result);
        return result;
      },
      { concurrency, signal },
    );
    return harnessReport(scores, { fast, seconds: secondsSince(started) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
