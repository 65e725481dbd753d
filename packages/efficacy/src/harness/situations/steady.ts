import type { RunScene } from '../scene/scene.ts';
import type { TargetScene } from '../target/target-scene.ts';

/** A run of four tests behind a smoke layer, on a healthy target: the twin of most situations. */
export const steady: RunScene = { kind: 'run', args: ['steady'] };

/** The same run on another target. */
export const steadyOn = (target: TargetScene): RunScene => ({ ...steady, target });
