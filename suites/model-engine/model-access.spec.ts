import { covers, expect, test } from '@uat/fixtures';

const model = 'kamiwaza';
const user = (content: string): [{ role: 'user'; content: string }] => [{ role: 'user', content }];

test.describe('access to a deployed model', () => {
  test(
    'an invalid token gets no answer',
    covers('ENG-8749', { catches: ['M27b', 'MX18'], severity: 'critical' }),
    async ({ engine, openaiFor }) => {
      const stranger = await openaiFor({ token: 'nonsense' });
      const known = await openaiFor();

      const refused = stranger.chat.completions.create({ model, messages: user(engine.prompts.short) });

      await expect(refused).rejects.toMatchObject({ status: 401 });
      await expect(stranger.models.list()).rejects.toMatchObject({ status: 401 });
      expect((await known.models.list()).data).toHaveLength(1);
    },
  );

  test(
    'a request without a token gets no answer, in one piece or in a stream',
    covers('ENG-8749', {
      catches: ['M27b', 'M27d', 'MX18'],
      severity: 'critical',
      requires: ['role:viewer'],
    }),
    async ({ engine, openaiFor }) => {
      const anonymous = await openaiFor({ token: null });
      const { completions } = anonymous.chat;
      const question = { model, messages: user(engine.prompts.short), max_tokens: 1 };

      const whole = completions.create(question);
      const streamed = completions.create({ ...question, stream: true });

      await expect(whole).rejects.toMatchObject({ status: 401 });
      await expect(streamed).rejects.toMatchObject({ status: 401 });
      await expect(anonymous.models.list()).rejects.toMatchObject({ status: 401 });
    },
  );

  test(
    'no text is embedded for an invalid token, nor without one',
    covers('ENG-8749', {
      catches: ['M27b', 'M27d'],
      severity: 'critical',
      requires: ['role:viewer'],
    }),
    async ({ openaiFor, servedEmbedding }) => {
      const deployment = servedEmbedding().id;
      const stranger = await openaiFor({ deployment, token: 'nonsense' });
      const anonymous = await openaiFor({ deployment, token: null });

      const refused = [stranger, anonymous].map(({ embeddings }) =>
        embeddings.create({ model, input: 'Gulls' }),
      );

      await expect(refused[0]).rejects.toMatchObject({ status: 401 });
      await expect(refused[1]).rejects.toMatchObject({ status: 401 });
    },
  );

  test(
    'a personal access token opens a model until it is revoked',
    covers(['ENG-8749', 'ENG-2861'], {
      catches: 'M27e',
      severity: 'critical',
    }),
    async ({ as, data, engine, openaiFor }) => {
      const owner = await as('viewer');
      const { token, pat } = await data.pat(owner);
      const script = await openaiFor({ token });
      const question = { model, messages: user(engine.prompts.short), max_tokens: 1 };
      expect((await script.models.list()).data).toHaveLength(1);
      expect((await script.chat.completions.create(question)).choices).toHaveLength(1);

      await owner.auth.revokePat(pat.jti);

      await expect(script.models.list()).rejects.toMatchObject({ status: 401 });
      await expect(script.chat.completions.create(question)).rejects.toMatchObject({ status: 401 });
    },
  );

  test(
    'a session opens a model until it is signed out',
    covers(['ENG-8749', 'ENG-6911'], {
      catches: 'M27f',
      severity: 'critical',
      requires: ['role:viewer', 'grant:sessions'],
    }),
    async ({ engine, freshUser, openaiFor }) => {
      const { api, token } = await freshUser('viewer');
      const person = await openaiFor({ token });
      const question = { model, messages: user(engine.prompts.short), max_tokens: 1 };
      expect((await person.models.list()).data).toHaveLength(1);
      expect((await person.chat.completions.create(question)).choices).toHaveLength(1);

      await api.auth.logout();

      await expect(person.models.list()).rejects.toMatchObject({ status: 401 });
      await expect(person.chat.completions.create(question)).rejects.toMatchObject({ status: 401 });
    },
  );
});
