import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Session } from '@uat/config';
import { resourceJournal } from '@uat/data';
import { createKamiwaza } from '@uat/sdk';
import { afterAll, describe, expect, test } from 'vitest';
import { provisionRoles } from './provision-roles.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-provision-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const attached: Session['target'] = {
  kind: 'attached',
  name: 'staging',
  url: 'http://t.test',
  grants: ['users'],
  capabilities: ['users'],
  roles: { admin: { token: 'a' }, user: { token: 'u' } },
  verifyTls: true,
  budgets: {},
};

/** Provisions against an administrator's API that answers as given; gives the result. */
async function provisioned(change: Partial<Session['target']>, answer = created) {
  const journal = path.join(mkdtempSync(path.join(scratch, 'run-')), 'resources.ndjson');
  const said: string[] = [];
  const asked: string[] = [];
  const client = createKamiwaza({
    baseUrl: attached.url,
    credentials: { kind: 'token', token: 'a' },
    fetch: async (request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return answer(request);
    },
  });
  const roles = await provisionRoles({
    runId: '20261122-1831-k3f9',
    target: { ...attached, ...change },
    clientFor: (role) => (role === 'admin' ? client : undefined),
    journal,
    say: (line) => said.push(line),
  });
  return { roles, said, asked, open: resourceJournal(journal).read().open };
}

async function created(request: Request): Promise<Response> {
  const { username } = (await request.json()) as { username: string };
  return Response.json({ id: '42', username });
}

describe('users for roles without credentials', () => {
  test('are made and written down, and nothing is done for a role that has some', async () => {
    const { roles, asked, open } = await provisioned({});

    expect(asked).toEqual(['POST /api/auth/users/local']);
    expect(roles).toEqual({
      viewer: {
        username: expect.stringMatching(/^uat-20261122-1831-k3f9-/),
        password: expect.stringMatching(/^[\w-]{24}$/),
      },
    });
    expect(open).toEqual([expect.objectContaining({ kind: 'user', id: '42' })]);
  });

  test.each([
    { what: 'the run may not', change: { grants: [] } },
    { what: 'the target offers none', change: { capabilities: [] } },
    { what: 'every role has credentials', change: { roles: { ...attached.roles, viewer: { token: 'v' } } } },
  ])('are not made when $what', async ({ change }) => {
    const { roles, asked } = await provisioned(change);

    expect({ roles, asked }).toEqual({ roles: {}, asked: [] });
  });

  test('may be refused: that is said, and is not the end', async () => {
    const { roles, said, open } = await provisioned({}, async () =>
      Response.json({ detail: 'Not allowed' }, { status: 403 }),
    );

    expect({ roles, open }).toEqual({ roles: {}, open: [] });
    expect(said).toEqual([expect.stringMatching(/viewer: no user could be made for it \(.*403/)]);
  });
});
