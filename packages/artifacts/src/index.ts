export { compareVersions } from './compare-versions.ts';
export { type FixtureDraft, fixtureDraft } from './fixture/fixture-draft.ts';
export { fixturePackages, type FixtureOptions } from './fixture/fixture-packages.ts';
export { type Lifecycle, type LifecycleFacts, type StepName, usualSteps } from './lifecycle/lifecycle.ts';
export { shellQuoted } from '@uat/core';
export type { PackagePlan } from './plan/package-plan.ts';
export type { PlannedEntry } from './plan/planned-entry.ts';
export { artifactKind } from './read/artifact-kind.ts';
export type { Artifact, ArtifactFile, ArtifactKind, ScriptName } from './read/artifact.ts';
export { BrokenArtifactError } from './read/broken-artifact-error.ts';
export { readArtifact } from './read/read-artifact.ts';
export {
  type ReleaseFiles,
  type ReleaseFolder,
  type ReleaseName,
  releaseNames,
  writeReleaseFolder,
} from './release/release-folder.ts';
export { openTar } from './read/open-tar.ts';
export { versionNames } from './version-names.ts';
export type { PackageFormat } from './release/package-format.ts';
export type { Part } from './release/sbom-of.ts';
export { debScripts } from './write/deb-scripts.ts';
export { payloadOf } from './write/payload.ts';
