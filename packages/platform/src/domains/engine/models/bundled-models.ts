import { chatModel } from '../gguf/chat-model.ts';
import { embeddingModel } from '../gguf/embedding-model.ts';
import { trainings } from './trainings.ts';

/** A model that the platform brings with it. */
export interface OwnModel {
  /** Where the hub has it: author and name. */
  repository: string;
  file: string;
  purpose: 'chat' | 'embedding';
  contextLength: number;
  /** The GGUF file: the same bytes each time. */
  bytes(): Buffer;
}

const embeddingContext = 512;

/** The models that the platform brings with it; none of them is made before it is asked for. */
export const ownModels: readonly OwnModel[] = [
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
