import { describe, expect, test } from 'vitest';
import { stubGithub } from '../testing/stub-github.ts';
import { findNightly, reportNightly } from './watch-nightly.ts';
import { watchIssue } from './watch-issue.ts';

const list = 'GET /repos/acme/uat/issues';
const runs = 'GET /repos/acme/uat/actions/workflows/nightly.yml/runs';
const options = {
  ...{ workflow: 'nightly.yml', page: 'https://github.com/acme/uat', now: new Date('2026-12-02T06:00:00Z') },
};
const overdue = { kind: 'overdue', hours: 26 } as const;
const last = {
  ...{ createdAt: '2026-12-02T04:00:00Z', branch: 'main', isFork: false },
  url: 'https://github.com/acme/uat/actions/runs/7',
};
const started = {
  workflow_runs: [{ created_at: '2026-12-02T02:17:00Z', conclusion: 'failure', html_url: 'https://x/8' }],
};

test('a full nightly run is found on the default branch by its artifact', async () => {
  const workflow_run = { id: 7, head_branch: 'main', repository_id: 1, head_repository_id: 1 };
  await using github = await stubGithub({
    'GET /repos/acme/uat': { body: { default_branch: 'main' } },
    'GET /repos/acme/uat/actions/artifacts': {
      body: { artifacts: [{ created_at: last.createdAt, workflow_run }] },
    },
  });

  await expect(findNightly(github.client, options)).resolves.toEqual({ kind: 'alive', last });
  expect(github.requests.join('\n')).toContain('name=uat-full-nightly');
});

describe('without a full nightly run', () => {
  test('one issue is opened, which names what ran instead', async () => {
    await using github = await stubGithub({
      [list]: { body: [] },
      [runs]: { body: started },
      'POST /repos/acme/uat/issues': { status: 201, body: { number: 9 } },
    });

    await expect(reportNightly(github.client, overdue, options)).resolves.toBe(9);
    expect(github.sent).toMatchObject([
      {
        title: 'UAT: no full nightly run for 26 hours',
        body: expect.stringContaining('[2026-12-02 02:17 UTC](https://x/8): failure'),
      },
    ]);
  });

  test('that issue is updated, and reopened when it was closed', async () => {
    const { body } = watchIssue(overdue, []);
    await using github = await stubGithub({
      [list]: { body: [{ number: 9, state: 'closed', body }] },
      [runs]: { body: started },
      'PATCH /repos/acme/uat/issues/9': {},
    });

    await expect(reportNightly(github.client, overdue, options)).resolves.toBe(9);
    expect(github.sent).toMatchObject([{ state: 'open' }]);
  });
});

describe('with a full nightly run', () => {
  test('the issue is closed with a sentence', async () => {
    const { body } = watchIssue(overdue, []);
    await using github = await stubGithub({
      [list]: { body: [{ number: 9, state: 'open', body }] },
      'POST /repos/acme/uat/issues/9/comments': { status: 201 },
      'PATCH /repos/acme/uat/issues/9': {},
    });

    await expect(reportNightly(github.client, { kind: 'alive', last }, options)).resolves.toBe(9);
    expect(github.sent).toMatchObject([
      { body: expect.stringContaining('is recorded again') },
      { state: 'closed' },
    ]);
  });

  test('nothing is written when there is no such issue', async () => {
    await using github = await stubGithub({ [list]: { body: [] } });

    await expect(reportNightly(github.client, { kind: 'alive', last }, options)).resolves.toBeUndefined();
    expect(github.sent).toEqual([]);
  });
});
