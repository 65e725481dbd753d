import { debScripts, type FixtureDraft, fixtureDraft, payloadOf, releaseNames } from '@uat/artifacts';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { cataloguedFaults } from './catalog.ts';
import type { PackageFault } from './define-fault.ts';
import { loadFaults } from './load-faults.ts';

const ids = cataloguedFaults().map(({ id }) => id);
const faults = (await loadFaults(ids)).filter((fault) => fault.layer === 'package');
const cleanDrafts = () => releaseNames.map(fixtureDraft);

function draftsWith(fault: PackageFault): FixtureDraft[] {
  const drafts = cleanDrafts();
  for (const draft of drafts) fault.install(draft);
  return drafts;
}

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
