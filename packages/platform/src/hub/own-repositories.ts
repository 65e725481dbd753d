import { createHash } from 'node:crypto';

import { ownModels } from '../engine/models/own-models.ts';
import type { HubRepository } from './hub-repository.ts';

/** The repositories of the platform's own models, and one that is gated. */
export function ownRepositories(): HubRepository[] {
  const repositories = ownModels.map(({ repository, file, purpose, bytes }, index) => {
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
  ];
}

function hubFile(name: string, content: Buffer) {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name, size: content.length, sha256, bytes: () => content };
}
