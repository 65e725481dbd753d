import { createHash } from 'node:crypto';

import { bundledModels } from '../engine/models/bundled-models.ts';
import type { HubRepository } from './hub-repository.ts';

/** Repositories of the bundled models, a gated one, and one with files that cannot be run. */
export function bundledRepositories(): HubRepository[] {
  const repositories = bundledModels.map(({ repository, file, purpose, bytes }, index) => {
    const content = bytes();
    const card = Buffer.from(`# ${repository}\n\nMade by the platform itself.\n`);
    return {
      id: repository,
      gated: false,
      purpose,
      downloads: 1_000 - index,
      files: [hubFile(file, content), hubFile('README.md', card)],
    };
  });
  const [first] = repositories;
  return [
    ...repositories,
    {
      id: 'kamiwaza-gated/harbour-chat-GGUF',
      gated: true,
      purpose: 'chat' as const,
      downloads: 1,
      files: first?.files ?? [],
    },
    {
      id: 'kamiwaza-tiny/damaged-files',
      gated: false,
      purpose: 'chat' as const,
      downloads: 0,
      files: damagedFiles(bundledModels[0]?.bytes() ?? Buffer.alloc(0)),
    },
  ];
}

/** A truncated model, a model with a corrupt header, and a text file with the extension of a model. */
function damagedFiles(model: Buffer) {
  const corrupt = Buffer.from(model);
  corrupt.fill(0xff, 8, 512);
  return [
    hubFile('truncated.gguf', model.subarray(0, Math.floor(model.length / 2))),
    hubFile('corrupt.gguf', corrupt),
    hubFile('text.gguf', Buffer.from('This is no model.\n')),
  ];
}

function hubFile(name: string, content: Buffer) {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name, size: content.length, sha256, bytes: () => content };
}
