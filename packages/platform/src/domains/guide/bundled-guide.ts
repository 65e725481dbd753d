import { bundledModels } from '../engine/models/bundled-models.ts';
import type { GuideEntry } from './guide-entry.ts';

/** The guide that comes with the platform: its bundled models, which run on a CPU. */
export function bundledGuide(): GuideEntry[] {
  return bundledModels.map(({ repository, file, purpose, contextLength }) => {
    const name = repository.split('/').at(-1) ?? repository;
    return {
      base_model_id: repository.replace(/-GGUF$/, ''),
      name: name.replace(/-GGUF$/, ''),
      producer: 'Kamiwaza',
      context_length: String(contextLength),
      use_case: purpose === 'chat' ? 'General Use' : 'Embedding',
      size_category: 'small',
      quality_overall: 'low',
      score_average: 1,
      description: 'A tiny model that shows that the platform works.',
      guide_version: '1',
      variants: [
        {
          platform: 'Fast CPU',
          variant_repo: repository,
          variant_type: 'gguf',
          recommended_file: file,
          minimum_vram: 0,
          recommended_vram: 0,
          speed_rating: 'very_fast',
        },
      ],
    };
  });
}
