export type { Fault, FixtureDraft, FixtureRelease } from './faults/fault.ts';
export type { ReleaseFiles, ReleaseFolder } from './fixture/fixture-packages.ts';
export { type Lifecycle, type StepName, stepNames } from './plan/lifecycle.ts';
export type { PackagePlan } from './plan/package-plan.ts';
export type { PlannedEntry } from './plan/planned-entry.ts';
export type { Artifact, ArtifactFile, ArtifactKind, ScriptName } from './read/artifact.ts';
export { BrokenArtifact } from './read/broken-artifact.ts';
