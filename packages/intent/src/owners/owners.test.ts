import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfig } from '@uat/config';
import { projectRoot } from '@uat/core';
import { describe, expect, test } from 'vitest';
import { ownerProblems, ownersOf, parseOwners } from './owners.ts';

const written = readFileSync(path.join(projectRoot, 'owners.yaml'), 'utf8');

function ownersIn(text: string) {
  const parsed = parseOwners(text);
  if (parsed.kind === 'problems') throw new Error(parsed.problems.join('\n'));
  return parsed.owners;
}

describe('owners.yaml', () => {
  test('names an owner for each area of the suites, and no capability that they lack', async () => {
    const { areas } = await loadConfig();
    const suites = Object.fromEntries(
      Object.keys(areas).map((area) => [
        area,
        readdirSync(path.join(projectRoot, 'suites', area))
          .filter((name) => name.endsWith('.spec.ts'))
          .map((name) => name.replace(/\.spec\.ts$/, '')),
      ]),
    );

    expect(ownerProblems(ownersIn(written), suites)).toEqual([]);
  });

  test('names only known people and teams', () => {
    expect(ownersIn(written).people).toEqual(['Daniel', 'Matt', 'Probst', 'Preston']);
    expect(parseOwners(written.replace('surrogate: Probst', 'surrogate: Probs'))).toEqual({
      kind: 'problems',
      problems: ["areas › authnz › surrogate: 'Probs' is neither among the people nor among the teams."],
    });
  });

  test('gives a capability its own owners, and the rest from its area', () => {
    const owners = ownersIn(written);

    expect(ownersOf(owners, 'authnz', 'policy')).toEqual({
      surrogate: 'field engineers',
      lead: 'product leads',
      dri: 'identity team',
      deciders: ['Daniel', 'Matt'],
    });
    expect(ownersOf(owners, 'authnz', 'tokens')?.surrogate).toBe('Probst');
    expect(ownersOf(owners, 'toString')).toBeUndefined();
  });

  test('reports areas and capabilities that do not match', () => {
    const problems = ownerProblems(ownersIn(written), {
      smoke: [],
      authnz: [],
      'model-engine': [],
      extra: [],
    });

    expect(problems).toEqual([
      "The area 'extra' has no owner in owners.yaml.",
      "owners.yaml names 'authnz › policy', but there is no suites/authnz/policy.spec.ts.",
      "owners.yaml names 'model-engine › larger-machines', but there is no suites/model-engine/larger-machines.spec.ts.",
      "owners.yaml names the area 'installers', but there is no such suite.",
    ]);
  });
});
