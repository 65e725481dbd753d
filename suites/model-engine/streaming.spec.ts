import { covers, expect, test } from '@uat/fixtures';

const model = 'kamiwaza';
const user = (content: string) => [{ role: 'user' as const, content }];

test.describe('streaming', () => {
  test(
    'a stream says what an answer in one piece says, why it ends and what it cost',
    covers('ENG-6530', { catches: ['M27c', 'MX12', 'MX76'], severity: 'critical' }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();
      const requests = [engine.prompts.short, engine.prompts.long].map((prompt) => ({
        model,
        messages: user(prompt),
        temperature: 0,
        max_tokens: 20,
      }));
      // One after the other: beside others, a large model may say the same in other words.
      const wholes = await Array.fromAsync(requests, (request) => chat.completions.create(request));

      const options = { stream: true, stream_options: { include_usage: true } } as const;
      const streams = await Array.fromAsync(requests, async (request) =>
        Array.fromAsync(await chat.completions.create({ ...request, ...options })),
      );

      const said = streams.map((chunks) => ({
        text: chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join(''),
        end: chunks.flatMap(({ choices }) => choices[0]?.finish_reason ?? []),
        usage: chunks.at(-1)?.usage,
      }));
      const expected = wholes.map(({ choices, usage }) => ({
        text: choices[0]?.message.content,
        end: [choices[0]?.finish_reason],
        usage,
      }));
      expect(said).toEqual(expected);
      expect(said[1]?.end, 'how an answer ends that is cut off').toEqual(['length']);
    },
  );

  test(
    'the first word of a stream is there before the last is made',
    covers('ENG-6530', { catches: ['MX19', 'M27c'], severity: 'critical' }),
    async ({ requestEngine, engine }) => {
      const body = {
        model,
        messages: user(engine.prompts.long),
        temperature: 0,
        max_tokens: 60,
        stream: true,
      };
      const answer = await requestEngine('/chat/completions', { method: 'POST', body: JSON.stringify(body) });

      const pieces = await Array.fromAsync(answer.body?.pipeThrough(new TextDecoderStream()) ?? []);

      expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream\b/i);
      expect(pieces.length).toBeGreaterThan(5);
      expect(pieces.join('').trimEnd()).toMatch(/data: \[DONE\]$/);
    },
  );

  test(
    'an answer comes while it is made, and as fast as the target’s budgets say',
    covers('ENG-6530', { catches: 'MX19' }),
    async ({ engine, measureSpeed }) => {
      const { delayed, missed } = await measureSpeed(engine.prompts.long);

      expect(delayed, 'signs that the answer was delayed').toEqual([]);
      expect(missed, 'budgets of the target that were missed').toEqual([]);
    },
  );

  test(
    'streams that run at once do not mix',
    covers('ENG-6530', { catches: 'MX1b', severity: 'critical' }),
    async ({ engine, openaiFor }) => {
      const { chat } = await openaiFor();
      const prompts = [engine.prompts.short, engine.prompts.long];
      const request = (prompt = '') => ({ model, messages: user(prompt), temperature: 0, max_tokens: 12 });
      const said = async (prompt: string) => {
        const chunks = await Array.fromAsync(
          await chat.completions.create({ ...request(prompt), stream: true }),
        );
        return chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
      };
      const [short, long] = await Array.fromAsync(prompts, said);
      expect(short, 'the answer to another prompt').not.toBe(long);

      const together = await Promise.all([...prompts, ...prompts, ...prompts].map(said));

      // Among others, a large model may end a sentence in other words, but begins as it does alone.
      const beginnings = (answers: (string | undefined)[]) =>
        answers.map((answer) => answer?.trim().split(/\s+/)[0]);
      expect(beginnings(together)).toEqual(beginnings([short, long, short, long, short, long]));
      expect([together[0], together[2], together[4]]).not.toContain(long);
      expect([together[1], together[3], together[5]]).not.toContain(short);
    },
  );

  test(
    'a stream that its reader leaves makes room for the next request at once',
    covers('ENG-6530', { catches: 'MX52', requires: ['capability:engine-pace'] }),
    async ({ data, engine, fetched, openaiFor, settled }) => {
      const { id: m_id } = await fetched('chat');
      const slow = { system_config: { token_milliseconds: 500 } };
      const deployment = await data.deployment({ m_id, max_concurrent_requests: 1 }, slow);
      await settled(deployment);
      const { chat } = await openaiFor({ deployment });
      const endless = await chat.completions.create({
        model,
        messages: user(engine.prompts.long),
        temperature: 0,
        stream: true,
      });
      await endless[Symbol.asyncIterator]().next();

      endless.controller.abort();
      const next = await chat.completions.create(
        { model, messages: user(engine.prompts.short), temperature: 0, max_tokens: 1 },
        { timeout: 10_000 },
      );

      expect(next.usage?.completion_tokens).toBe(1);
    },
  );
});
