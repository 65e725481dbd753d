import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { fixturePlan } from '../fixture/fixture-plan.ts';
import { releaseNames } from '../release/release-folder.ts';
import { debScripts } from '../write/deb-scripts.ts';
import { payloadOf } from '../write/payload.ts';
import type { Fault, FixtureDraft } from './fault.ts';
import { allFaults, faultNamed } from './index.ts';

const faults = await allFaults();
const cleanDrafts = () =>
  releaseNames.map((release): FixtureDraft => ({ release, plan: fixturePlan(release), key: {} }));

function draftsWith(fault: Fault): FixtureDraft[] {
  const drafts = cleanDrafts();
  for (const draft of drafts) fault.change(draft);
  return drafts;
}

test('there are 43, in order', () => {
  expect(faults.map(({ id }) => id)).toEqual(Array.from({ length: 43 }, (_, index) => `F${index + 1}`));
});

test('no two tell of the same', () => {
  expect(new Set(faults.map(({ sentence }) => sentence)).size).toBe(faults.length);
});

describe('each plants something that can still be packed', () => {
  test.each(faults)('$id: $sentence', async (fault) => {
    const drafts = draftsWith(fault);

    expect(drafts).not.toEqual(cleanDrafts());
    await expect(Promise.all(drafts.map(({ plan }) => payloadOf(plan)))).resolves.toBeDefined();
  });
});

test('the scripts of all of them are shell', async () => {
  const drafts = [...cleanDrafts(), ...faults.flatMap(draftsWith)];
  const scripts = new Set(drafts.flatMap(({ plan }) => Object.values(debScripts(plan))));

  const problems = await Promise.all(
    [...scripts].map(async (input) => (await execa('sh', ['-n'], { input, reject: false })).stderr),
  );

  expect(problems.filter(Boolean)).toEqual([]);
});

test('an id that none has is a wrong argument', async () => {
  await expect(faultNamed('F99')).rejects.toThrow("There is no fault 'F99'");
});
