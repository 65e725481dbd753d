import { chatModel } from '../gguf/chat-model.ts';
import { embeddingModel } from '../gguf/embedding-model.ts';
import { trainings } from './trainings.ts';

/** A model that comes with the platform. */
export interface BundledModel {
  /** Repository on the hub: author and name. */
  repository: string;
  file: string;
  purpose: 'chat' | 'embedding';
  contextLength: number;
  /** The GGUF file, the same bytes at each call. */
  bytes(): Buffer;
}

const embeddingContext = 512;

/** The models that come with the platform. Their files are generated on demand. */
export const bundledModels: readonly BundledModel[] = [
  ...trainings.map((training) => ({
    repository: `kamiwaza-tiny/${training.name}-GGUF`,
    file: `${training.name}-f32.gguf`,
    purpose: 'chat' as const,
    contextLength: training.contextLength,
    bytes: () => chatModel(training),
  })),
  {
    repository: 'kamiwaza-tiny/compass-embed-GGUF',
    file: 'compass-embed-f32.gguf',
    purpose: 'embedding',
    contextLength: embeddingContext,
    bytes: () =>
      embeddingModel(
        'compass-embed',
        embeddingContext,
        trainings.flatMap(({ sentences }) => sentences),
      ),
  },
];
