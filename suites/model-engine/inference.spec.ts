import { covers, expect, test } from '@uat/fixtures';

const model = 'kamiwaza';
const user = (content: string): [{ role: 'user'; content: string }] => [{ role: 'user', content }];
const limits = [
  { title: 'an answer is as long as max_tokens allows, and its cost adds up', limit: { max_tokens: 5 } },
  {
    title: 'an answer is as long as max_completion_tokens allows, and its cost adds up',
    limit: { max_completion_tokens: 5 },
  },
];

test.describe('inference', () => {
  test(
    'the same question at temperature 0 has the same answer, whatever model the body names',
    covers('ENG-6530', { catches: ['M27', 'MX11'], severity: 'critical' }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();
      const messages = user(engine.prompts.open);
      const answer = async (name: string) => {
        const asked = { model: name, messages, temperature: 0, max_tokens: 20 };
        return (await chat.completions.create(asked)).choices[0]?.message.content;
      };

      const first = await answer(model);
      // One after the other: beside others, a large model adds the same numbers up in another order.
      const again = await Array.fromAsync(['other', model, model, model, model, model], answer);

      expect(first).toMatch(/\w/);
      expect(again).toEqual([first, first, first, first, first, first]);
    },
  );

  for (const { title, limit } of limits) {
    test(title, covers('ENG-6530', { catches: ['MX12', 'MX13'] }), async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();

      const { choices, usage } = await chat.completions.create({
        model,
        messages: user(engine.prompts.long),
        temperature: 0,
        ...limit,
      });

      expect(choices[0]?.finish_reason).toBe('length');
      expect(usage?.completion_tokens).toBe(5);
      expect(usage?.prompt_tokens).toBeGreaterThan(0);
      expect(usage?.total_tokens).toBe(Number(usage?.prompt_tokens) + 5);
    });
  }

  test(
    'a model reads all that was said, and not the last message only',
    covers('ENG-6530', { catches: 'MX51' }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();
      const cost = async (messages: { role: 'user' | 'assistant'; content: string }[]) => {
        const { usage } = await chat.completions.create({ model, messages, temperature: 0, max_tokens: 1 });
        return Number(usage?.prompt_tokens);
      };
      const [asked] = user(engine.prompts.long);
      const last = user(engine.prompts.short);

      const alone = await cost(last);
      const afterQuestion = await cost([asked, ...last]);
      const afterAnswer = await cost([asked, { role: 'assistant', content: engine.prompts.open }, ...last]);

      expect(afterQuestion).toBeGreaterThan(alone);
      expect(afterAnswer).toBeGreaterThan(afterQuestion);
    },
  );

  test(
    'an answer ends before the first text that was to stop it, whether one was named or several',
    covers('ENG-6530', { catches: 'MX14' }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();
      const request = { model, messages: user(engine.prompts.short), temperature: 0, max_tokens: 20 };
      const whole = String((await chat.completions.create(request)).choices[0]?.message.content);
      expect(whole, 'an answer of several words').toMatch(/\S+\s+\S+\s+\S+/);
      // The third word: an answer that is cut there has begun, and is not whole.
      const [, , word = ''] = whole.trim().split(/\s+/);
      const stops = [word, [word], ['words that never come', word], [word, 'words that never come']];

      const answers = await Array.fromAsync(stops, (stop) => chat.completions.create({ ...request, stop }));

      const cut = { message: { content: whole.slice(0, whole.indexOf(word)) }, finish_reason: 'stop' };
      expect(answers.map(({ choices }) => choices[0])).toMatchObject([cut, cut, cut, cut]);
    },
  );

  test(
    'the same seed gives the same answer, and other seeds give others',
    covers('ENG-6530', { catches: 'MX15' }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();
      const messages = user(engine.prompts.open);
      const answer = async (seed: number) => {
        // Far apart: the first numbers that neighbouring seeds draw are often alike.
        const asked = { model, messages, temperature: 1, seed: seed * 7_919 + 1, max_tokens: 20 };
        return (await chat.completions.create(asked)).choices[0]?.message.content;
      };
      const seeds = [0, 1, 2, 3, 4, 5];

      // One after the other, as above.
      const first = await Array.fromAsync(seeds, answer);
      const again = await Array.fromAsync(seeds, answer);

      expect(again).toEqual(first);
      expect(new Set(first).size).toBeGreaterThan(1);
    },
  );

  test(
    'without a seed the same question is answered in several ways',
    covers('ENG-6530', { catches: 'MX50' }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();
      const request = { model, messages: user(engine.prompts.open), temperature: 1, max_tokens: 20 };
      const answer = async () => (await chat.completions.create(request)).choices[0]?.message.content;

      const together = await Promise.all([answer(), answer(), answer(), answer()]);
      const later = [await answer(), await answer(), await answer(), await answer()];

      expect(new Set([...together, ...later]).size).toBeGreaterThan(1);
    },
  );

  test(
    'an answer names the model that its deployment lists, whatever the question named',
    covers('ENG-6530', { catches: 'M27' }),
    async ({ engine, openaiFor }) => {
      const client = await openaiFor();
      const request = { messages: user(engine.prompts.short), max_tokens: 1 };

      const { data } = await client.models.list();
      const named = await client.chat.completions.create({ ...request, model });
      const other = await client.chat.completions.create({ ...request, model: 'other' });

      expect(data.map(({ id }) => id)).toEqual([named.model]);
      expect(other.model).toBe(named.model);
    },
  );

  test(
    'two deployments answer each with its own model',
    covers('ENG-6530', { severity: 'critical' }),
    async ({ engine, openaiFor, served, servedEmbedding }) => {
      const chat = await openaiFor({ deployment: served().id });
      const embedding = await openaiFor({ deployment: servedEmbedding().id });

      const [chats] = (await chat.models.list()).data;
      const [embeds] = (await embedding.models.list()).data;
      const answer = await chat.chat.completions.create({
        model,
        messages: user(engine.prompts.short),
        max_tokens: 1,
      });
      const vectors = await embedding.embeddings.create({ model, input: engine.prompts.short });
      const again = await chat.chat.completions.create({
        model,
        messages: user(engine.prompts.short),
        max_tokens: 1,
      });

      expect(chats?.id).not.toBe(embeds?.id);
      expect([answer.model, vectors.model, again.model]).toEqual([chats?.id, embeds?.id, chats?.id]);
    },
  );

  test(
    'who said what reaches the model: each message brings its role along',
    covers('ENG-6530', { catches: 'MX122' }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();
      const [rule, question] = ['Answer briefly.', engine.prompts.short];
      const costOf = async (...messages: { role: 'system' | 'user'; content: string }[]) => {
        const answer = await chat.completions.create({ model, messages, temperature: 0, max_tokens: 1 });
        return answer.usage?.prompt_tokens;
      };

      const apart = await costOf({ role: 'system', content: rule }, { role: 'user', content: question });
      const together = await costOf({ role: 'user', content: `${rule} ${question}` });

      expect(apart, 'tokens of a rule and a question, each in its role').toBeGreaterThan(Number(together));
    },
  );

  test(
    'a prompt longer than the context is refused, and told so in the form of OpenAI',
    covers('ENG-6530', { catches: 'MX16' }),
    async ({ engine, openaiFor, served }) => {
      const { chat } = await openaiFor();
      const context = served().context_window ?? engine.chat.context;
      const messages = user('wave '.repeat(context + 10));

      const refused = chat.completions.create({ model, messages });

      // What it is called differs from engine to engine.
      const error = { message: expect.stringMatching(/context/i), type: expect.any(String) };
      await expect(refused).rejects.toMatchObject({ status: 400, error });
    },
  );

  test(
    'a prompt longer than the context is refused by the code that clients of OpenAI know',
    // vLLM and llama.cpp have codes of their own.
    covers('ENG-6530', { catches: 'MX16b', requires: ['capability:bundled-models'] }),
    async ({ engine, openaiFor, served }) => {
      const { chat } = await openaiFor();
      const context = served().context_window ?? engine.chat.context;
      const messages = user('wave '.repeat(context + 10));

      const refused = chat.completions.create({ model, messages });

      const kind = { type: 'invalid_request_error', code: 'context_length_exceeded' };
      await expect(refused).rejects.toMatchObject(kind);
    },
  );

  test(
    'a deployment holds as much as its config says, and tells how much that is',
    // The vendor's contract leaves open what the setting is called.
    covers('ENG-6530', { catches: ['MX16c', 'MX16d'], requires: ['capability:bundled-models'] }),
    async ({ data, fetched, openaiFor, settled }) => {
      const { id: m_id } = await fetched('chat');
      const small = await settled(await data.deployment({ m_id }, { config: { max_model_len: 64 } }));
      const { chat } = await openaiFor({ deployment: small.id });

      const refused = chat.completions.create({ model, messages: user('wave '.repeat(70)), max_tokens: 1 });

      await expect(refused).rejects.toMatchObject({ status: 400 });
      expect(small.context_window).toBe(64);
    },
  );

  test(
    'an unreadable request is answered with 400, and an unknown route with 404',
    covers('ENG-6530', { catches: 'MX17' }),
    async ({ requestEngine }) => {
      const post = (body: string) => requestEngine('/chat/completions', { method: 'POST', body });

      const statuses = [
        (await post('{')).status,
        (await post('{"messages":[]}')).status,
        (await requestEngine('/nothing')).status,
      ];

      expect(statuses).toEqual([400, 400, 404]);
    },
  );
});
