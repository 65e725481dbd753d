import { expect, test } from 'vitest';
import { documentedEngineProfile, engineProfileSchema, embeddedEngineProfile } from './engine-profile.ts';

test.each([
  ['the embedded platform', embeddedEngineProfile],
  ['the documentation', documentedEngineProfile],
])('the models of %s are a profile, and no deployment runs the spare one', (_whose, profile) => {
  expect(engineProfileSchema.parse(profile)).toEqual(profile);
  const { chat, otherChat, embedding, thinking, spare, deployable } = profile;
  const shared = [chat, otherChat, embedding, thinking].map((model) => model?.repository);
  expect(shared).not.toContain(spare.repository);
  expect([...shared, spare.repository]).not.toContain(deployable?.repository ?? 'none');
});

test('a repository has an author and a name', () => {
  const chat = { repository: 'Qwen3', file: 'a.gguf', context: 512 };
  expect(engineProfileSchema.safeParse({ ...documentedEngineProfile, chat }).success).toBe(false);
});
