import { covers, expect, test } from '@uat/fixtures';

test.describe('lifetimes of personal access tokens', () => {
  test(
    'a token may live as short and as long as is published',
    covers('ENG-2861'),
    async ({ as, data, presentToken }) => {
      const user = await as('user');
      const { ttl } = await user.auth.patConfig();

      const shortest = await data.pat(user, { ttl_seconds: ttl.min_seconds });
      const longest = await data.pat(user, { ttl_seconds: ttl.max_seconds });

      expect(await presentToken(shortest.token)).toBeAcceptedEverywhere();
      expect(await presentToken(longest.token)).toBeAcceptedEverywhere();
    },
  );

  test(
    'a token that would live a second less than is published is refused',
    covers('ENG-2861', { catches: 'AX68', requires: ['grant:tokens'] }),
    async ({ freshUser }) => {
      const { api: owner } = await freshUser('viewer');
      const { ttl } = await owner.auth.patConfig();

      const made = owner.auth.createPat({ ttl_seconds: ttl.min_seconds - 1 });

      await expect(made).toBeRejected(422);
      expect((await owner.auth.pats()).pats).toEqual([]);
    },
  );

  test(
    'a token that would live a second longer than is published is refused',
    covers('ENG-2861', { catches: 'AX68b', requires: ['grant:tokens'] }),
    async ({ freshUser }) => {
      const { api: owner } = await freshUser('viewer');
      const { ttl } = await owner.auth.patConfig();

      const made = owner.auth.createPat({ ttl_seconds: ttl.max_seconds + 1 });

      await expect(made).toBeRejected(422);
      expect((await owner.auth.pats()).pats).toEqual([]);
    },
  );

  test(
    'a token made without a word has the published lifetime and scope',
    covers('ENG-2861', {
      catches: ['AX66c', 'AX68d'],
    }),
    async ({ as, data, forge }) => {
      const user = await as('user');
      const { ttl, default_scope: scope } = await user.auth.patConfig();

      const { token, pat } = await data.pat(user, { ttl_seconds: null, scope: null });

      const { iat = 0, exp = 0 } = forge.claims(token);
      expect(pat, 'the new token has the published scope').toMatchObject({ scope, exp });
      expect(exp - iat, 'the token lives as long as is published').toBeCloseTo(ttl.default_seconds, -1);
    },
  );

  test(
    'a token works until it expires and not after',
    covers('ENG-2861', {
      catches: 'AX68c',
      severity: 'critical',
    }),
    async ({ as, data, presentToken }) => {
      const { token } = await data.pat(await as('user'), { scope: 'write', ttl_seconds: 7200 });

      const before = await presentToken(token, { clock: 7200 - 60 });
      const after = await presentToken(token, { clock: 7200 + 60 });

      expect(before).toBeAcceptedEverywhere();
      expect(after).toBeRefusedEverywhere();
    },
  );
});
