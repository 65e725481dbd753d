import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { temporaryFolder } from '@uat/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { startCommand } from './support/spawn-uat.ts';

const folder = temporaryFolder(afterAll);
const uat = (...words: string[]) => startCommand(words);

function file(name: string, text: string | Uint8Array): string {
  const place = path.join(folder, name);
  writeFileSync(place, text);
  return place;
}

describe('uat gate', () => {
  test('explains a ticket as data, and nothing else is printed', async () => {
    const ticket = file(
      'good.md',
      '## Acceptance criteria\n- the list keeps its order\n\nMock: https://www.figma.com/design/a/b\n',
    );

    const { exitCode, stdout, stderr } = await uat(
      'gate',
      'explain',
      '--file',
      ticket,
      '--labels',
      'ui, billing',
      '--json',
      '-',
    );

    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      verdict: 'advise',
      fields: {
        dod: true,
        success_criteria: false,
        mock_link: true,
        contract_link: false,
        milestone_in_text: false,
      },
      reasons: [
        expect.stringMatching(/^success-criteria/),
        expect.stringMatching(/^milestone/),
        expect.stringMatching(/^design-note/),
      ],
    });
    expect(exitCode).toBe(0);
  });

  test('ends with 1 when a ticket is blocked, 2 when it cannot be read', async () => {
    const blocked = await uat('gate', 'explain', '--file', file('bad.md', 'A button is missing.'));
    const missing = await uat('gate', 'explain', '--file', path.join(folder, 'none.md'));
    const binary = await uat(
      'gate',
      'explain',
      '--file',
      file('binary.md', new Uint8Array([0xff, 0xfe, 0xc3])),
    );

    expect([blocked.exitCode, missing.exitCode, binary.exitCode]).toEqual([1, 2, 2]);
    expect(blocked.stdout).toContain('BLOCK');
    expect(binary.stderr).toContain('is not UTF-8 text');
  });

  test('names the place of a typo in a policy', async () => {
    const { exitCode, stderr } = await uat(
      'gate',
      'validate',
      file('p.yaml', "version: 1\nsince: '2026-12-01'\nruels: []\n"),
    );

    expect(exitCode).toBe(2);
    expect(stderr).toContain("line 3, ruels: there is no setting 'ruels'. Did you mean 'rules'?");
  });

  test('holds the owners against the suites', async () => {
    const owners = readFileSync(path.join(projectRoot, 'owners.yaml'), 'utf8');
    const renamed = file('owners.yaml', owners.replace('  smoke:', '  smock:'));

    const { exitCode, stderr } = await uat('gate', 'validate', '--owners', renamed);

    expect(stderr).toContain("The area 'smoke' has no owner in owners.yaml.");
    expect(stderr).toContain("owners.yaml names the area 'smock', but there is no such suite.");
    expect(exitCode).toBe(2);
  });

  test('says that a stricter mode takes effect at the start of a cycle', async () => {
    const policy = file(
      'new.yaml',
      `version: 1
since: '2026-12-01'
work: { interface: {}, contract: {}, other: {} }
rules:
  - { id: dod, at: entry, require: dod, mode: enforce, changed: '2099-01-01', fix: Write it. }
`,
    );

    const { stdout } = await uat('gate', 'validate', policy, '--cycle', '2099-01-20');
    const simulated = await uat(
      'gate',
      'simulate',
      '--file',
      file('t.md', 'A'),
      '--policy',
      policy,
      '--json',
      '-',
    );

    expect(stdout).toContain(
      'shadow; enforce from 2099-01-20, at the start of a cycle and not in the middle of one',
    );
    expect(JSON.parse(simulated.stdout)).toMatchObject({
      verdict: 'pass',
      watched: [expect.stringMatching(/^dod/)],
    });
  });
});

describe('uat intent', () => {
  test('starts a document once, and says what is not written', async () => {
    const out = path.join(folder, 'prd.md');

    const first = await uat('intent', 'new', 'prd', '--ticket', 'ENG-2861', '--out', out);
    const again = await uat('intent', 'new', 'prd', '--ticket', 'ENG-2861', '--out', out);
    const check = await uat('intent', 'check', out);

    expect([first.exitCode, again.exitCode, check.exitCode]).toEqual([0, 2, 1]);
    expect(again.stderr).toContain('exists already, and is not overwritten');
    expect(check.stdout).toContain('The section “Problem” is not written yet.');
  });

  test('fills a design note from the ticket, its contract and its tests', async () => {
    const out = path.join(folder, 'note.md');
    const ticket = file('note-ticket.md', 'Change `/auth/users/{id}`.\n\nAC: a revoked token ends at once\n');
    const contract = path.join(projectRoot, 'packages/contract/openapi.yaml');
    const words = ['--ticket', 'ENG-2861', '--file', ticket, '--contract', contract, '--out', out];

    const { exitCode, stderr } = await startCommand(['intent', 'new', 'design-note', ...words], {
      config: path.join(projectRoot, 'uat.config.ts'),
    });
    const check = await uat('intent', 'check', out, '--json', '-');

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(readFileSync(out, 'utf8')).toMatch(/^- authnz › .+ › .+$/m);
    expect(JSON.parse(check.stdout).documents[0].findings[0]).toContain('It is still a draft');
  });
});
