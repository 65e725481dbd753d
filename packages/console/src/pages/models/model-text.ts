import type { Model } from '../../api/model-answers.ts';

/** The name of a model on its hub, or the one it has here. */
export function modelText({ repo_modelId, name }: Model): string {
  return repo_modelId || name;
}

/** Where a model comes from. */
export function sourceText({ source_repository, hub }: Model): string {
  return source_repository || hub || 'unknown';
}
