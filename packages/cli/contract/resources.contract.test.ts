import { request as ask } from 'node:http';
import { describe, expect, test } from 'vitest';
import { asAdmin, sharedPlatform } from './support/shared-platform.ts';
import { uat } from './support/spawn-uat.ts';
import { stubServer } from '@uat/testing';
import { usersOn } from './support/users-on.ts';

describe('what a run makes on a target', () => {
  const platform = sharedPlatform();
  const usernames = () => usersOn(platform().url);

  test('is gone afterwards, also what a dying worker left, and users for roles without credentials', async () => {
    const { verdict, stderr } = await uat(
      ['resources', 'set-up', '--target', platform().url, '--grant', 'users,tokens', '--no-report'],
      { env: asAdmin },
    );

    expect(verdict.counts).toMatchObject({ discovered: 4, passed: 3, failed: 1, notEligible: 0 });
    expect(verdict.failures[0]).toMatchObject({ title: 'dies with its things on the target' });
    expect(verdict.trouble, 'the owner of the token was made for the run, too').toEqual([]);
    expect(stderr).toContain('user: a user made for this run');
    expect(await usernames()).toEqual([]);
  });

  test('is not mixed up between two runs at once', async () => {
    const args = [
      'resources',
      '--target',
      platform().url,
      '--grant',
      'users',
      '--grep',
      'signs in',
      '--no-report',
    ];

    const both = await Promise.all([uat(args, { env: asAdmin }), uat(args, { env: asAdmin })]);

    expect(both.map(({ verdict }) => verdict.kind)).toEqual(['pass', 'pass']);
    expect(await usernames()).toEqual([]);
  });

  test('is gone also when a line of the journal cannot be read, and the run is not green', async () => {
    const { exitCode, verdict } = await uat(
      ['scribbled', '--target', platform().url, '--grant', 'users', '--no-report'],
      { env: asAdmin },
    );

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.counts).toMatchObject({ discovered: 1, passed: 1 });
    expect(verdict.trouble).toEqual([
      expect.stringMatching(/^line \d+ of .+resources\.ndjson cannot be read/),
    ]);
    expect(await usernames()).toEqual([]);
  });

  test('is no broken promise when the target is gone before it could be removed', async () => {
    let isGone = false;
    await using mortal = await stubServer((request, response) => {
      isGone ||= request.method === 'DELETE';
      if (isGone) return void request.socket.destroy();
      const { method, headers, url } = request;
      const onward = ask(`${platform().url}${url}`, { method, headers }, (answer) => {
        answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
      });
      request.pipe(onward);
    });

    const { exitCode, verdict } = await uat(
      ['resources', '--target', mortal.url, '--grant', 'users', '--grep', 'signs in', '--no-report'],
      { env: asAdmin },
    );

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.trouble.join('\n')).toContain('could not be removed');
  });
});
