import type { Model } from './store.ts';

/** The name of a model for people: its repository, when it comes from a hub. */
export function nameOf(model: Model | undefined): string | undefined {
  const repository = model?.['repo_modelId'];
  return typeof repository === 'string' ? repository : model?.name;
}
