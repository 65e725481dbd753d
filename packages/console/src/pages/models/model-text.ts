import type { Model } from '../../api/model-answers.ts';

/** The name of a model on its hub, or else on the platform. */
export function modelText({ repo_modelId, name }: Model): string {
  return repo_modelId || name;
}

/** The source of a model. */
export function sourceText({ source_repository, hub }: Model): string {
  return source_repository || hub || 'unknown';
}
