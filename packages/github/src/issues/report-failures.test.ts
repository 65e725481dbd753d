import { answered, failed, plan, planned, verdictOn } from '@uat/record/testing';
import { expect, test } from 'vitest';
import { stubGithub } from '../testing/stub-github.ts';
import { issueChanges } from './issue-changes.ts';
import { reportFailures } from './report-failures.ts';

const list = 'GET /repos/acme/uat/issues';
const url = 'https://github.com/acme/uat/actions/runs/7';

function night(...failures: string[]) {
  const ids = failures.map((_fingerprint, at) => `authnz/tokens#t-${at}`);
  const events = failures.flatMap((fingerprint, at) => [
    failed(ids[at] ?? '', { error: { message: `error ${fingerprint}`, fingerprint } }),
    answered(ids[at] ?? '', 'up'),
  ]);
  return verdictOn([plan(...ids.map((id) => planned(id))), ...events]);
}

test('an issue is opened, with labels', async () => {
  await using github = await stubGithub({
    [list]: { body: [] },
    'POST /repos/acme/uat/issues': { status: 201, body: { number: 8 } },
  });

  await expect(reportFailures(github.client, [night('beef')], url)).resolves.toMatchObject({ opened: [8] });
  expect(github.sent).toMatchObject([{ labels: ['uat-failure', 'product'] }]);
  expect(github.requests[0]).toContain('state=all&labels=uat-failure');
});

test('a closed issue on a later page is reopened, and no second one is opened', async () => {
  const [change] = issueChanges([night('beef')], [], url);
  const next = '<<API>/repos/acme/uat/issues?page=2>; rel="next"';
  await using github = await stubGithub({
    [list]: [
      { headers: { link: next }, body: [{ number: 3, state: 'open', body: null }] },
      { body: [{ number: 5, state: 'closed', body: change?.body }] },
    ],
    'PATCH /repos/acme/uat/issues/5': {},
    'POST /repos/acme/uat/issues/5/comments': { status: 201 },
  });

  await expect(reportFailures(github.client, [night('beef')], url)).resolves.toMatchObject({ reopened: [5] });
  expect(github.sent).toMatchObject([{ state: 'open' }, { body: expect.stringContaining('failed again') }]);
});

test('a pull request with the label is no issue', async () => {
  const [change] = issueChanges([night('beef')], [], url);
  await using github = await stubGithub({
    [list]: { body: [{ number: 5, state: 'open', body: change?.body, pull_request: {} }] },
    'POST /repos/acme/uat/issues': { status: 201, body: { number: 8 } },
  });

  await expect(reportFailures(github.client, [night('beef')], url)).resolves.toMatchObject({ opened: [8] });
});
