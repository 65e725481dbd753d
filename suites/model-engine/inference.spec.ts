import { covers, expect, type Need, test } from '@uat/fixtures';

const needs: Need[] = [
  'grant:deployments',
  'grant:models',
  'offer:deployments',
  'offer:downloads',
  'role:viewer',
];
const model = 'kamiwaza';
const user = (content: string) => [{ role: 'user' as const, content }];

test.describe('inference', () => {
  test(
    'the same question at temperature 0 has the same answer, whatever model the body names',
    covers('ENG-6530', { regression: ['M27', 'MX11'], severity: 'critical', needs }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();
      const messages = user(engine.prompts.open);
      const answer = async (name: string) => {
        const asked = { model: name, messages, temperature: 0, max_tokens: 20 };
        return (await chat.completions.create(asked)).choices[0]?.message.content;
      };

      const first = await answer(model);
      const again = await Promise.all(['other', model, model, model, model, model].map(answer));

      expect(first).toMatch(/\w/);
      expect(again).toEqual([first, first, first, first, first, first]);
    },
  );

  test(
    'what an answer cost adds up, and max_tokens is its limit',
    covers('ENG-6530', { regression: ['MX12', 'MX13'], needs }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();

      const { choices, usage } = await chat.completions.create({
        model,
        messages: user(engine.prompts.long),
        temperature: 0,
        max_tokens: 5,
      });

      expect(choices[0]?.finish_reason).toBe('length');
      expect(usage?.completion_tokens).toBe(5);
      expect(usage?.prompt_tokens).toBeGreaterThan(0);
      expect(usage?.total_tokens).toBe(Number(usage?.prompt_tokens) + 5);
    },
  );

  test(
    'an answer ends before a text that was to stop it',
    covers('ENG-6530', { regression: 'MX14', needs }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();
      const request = { model, messages: user(engine.prompts.short), temperature: 0, max_tokens: 20 };
      const whole = String((await chat.completions.create(request)).choices[0]?.message.content);
      const stop = String(whole.trim().split(' ')[2]);

      const { choices } = await chat.completions.create({ ...request, stop: [stop] });

      expect(choices[0]?.message.content).toBe(whole.slice(0, whole.indexOf(stop)));
      expect(choices[0]?.finish_reason).toBe('stop');
    },
  );

  test(
    'a seed decides what chance would',
    covers('ENG-6530', { regression: 'MX15', needs }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();
      const messages = user(engine.prompts.open);
      const answer = async (seed: number) => {
        const asked = { model, messages, temperature: 1, seed: seed * 7_919 + 1, max_tokens: 20 };
        return (await chat.completions.create(asked)).choices[0]?.message.content;
      };
      const seeds = [0, 1, 2, 3, 4, 5, 6, 7];

      const first = await Promise.all(seeds.map(answer));
      const again = await Promise.all(seeds.map(answer));

      expect(again).toEqual(first);
      expect(new Set(first).size).toBeGreaterThan(1);
    },
  );

  test(
    'a prompt longer than the context is refused as OpenAI refuses it',
    covers('ENG-6530', { regression: 'MX16', needs }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();
      const messages = user('wave '.repeat(engine.chat.context + 10));

      const refused = chat.completions.create({ model, messages });

      await expect(refused).rejects.toMatchObject({ status: 400 });
      await expect(refused).rejects.toThrow(/context/);
    },
  );

  test(
    'a request that cannot be read is refused, and a route that is none is not found',
    covers('ENG-6530', { regression: 'MX17', needs }),
    async ({ askEngine }) => {
      const post = (body: string) => askEngine('/chat/completions', { method: 'POST', body });

      const statuses = [
        (await post('{')).status,
        (await post('{"messages":[]}')).status,
        (await askEngine('/nothing')).status,
      ];

      expect(statuses).toEqual([400, 400, 404]);
    },
  );

  test(
    'nobody is answered without a bearer, or with one that is none',
    covers('ENG-8749', { regression: ['M27b', 'MX18'], severity: 'critical', needs }),
    async ({ engine, openaiFor }) => {
      const stranger = await openaiFor({ token: 'nonsense' });
      const known = await openaiFor();

      const refused = stranger.chat.completions.create({ model, messages: user(engine.prompts.short) });

      await expect(refused).rejects.toMatchObject({ status: 401 });
      await expect(stranger.models.list()).rejects.toMatchObject({ status: 401 });
      expect((await known.models.list()).data).toHaveLength(1);
    },
  );
});
