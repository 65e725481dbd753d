import { covers, expect, test } from '@uat/fixtures';

const model = 'kamiwaza';

test.describe('a model that thinks aloud', () => {
  test(
    'its thoughts stand in its answers, and a config that strips them leaves the answers alone',
    covers('ENG-6530', { catches: 'M18', severity: 'critical' }),
    async ({ data, engine, fetched, openaiFor, settled }) => {
      const { id: m_id } = await fetched('thinking');
      const aloud = await settled(await data.deployment({ m_id }));
      const silent = await settled(await data.deployment({ m_id }, { config: { strip_thinking: true } }));
      const messages = [{ role: 'user' as const, content: engine.prompts.short }];
      const answer = async ({ id: deployment }: { id: string }) => {
        const { chat } = await openaiFor({ deployment, of: 'thinking' });
        const { choices } = await chat.completions.create({ model, messages, temperature: 0 });
        return String(choices[0]?.message.content);
      };

      const spoken = await answer(aloud);
      const stripped = await answer(silent);

      const [, thought = ''] = /<think>(.*?)<\/think>/s.exec(spoken) ?? [];
      expect(thought, `what is thought in "${spoken}"`).toMatch(/\w/);
      expect(stripped).toMatch(/\w/);
      expect(stripped).not.toContain('think>');
      expect(stripped).not.toContain(thought.trim());
    },
  );

  test(
    'a stream leaves out what an answer in one piece leaves out, and both tell the same cost',
    covers('ENG-6530', { catches: 'M18' }),
    async ({ data, engine, fetched, openaiFor, settled }) => {
      const { id: m_id } = await fetched('thinking');
      const { id: deployment } = await settled(
        await data.deployment({ m_id }, { config: { strip_thinking: true } }),
      );
      const { chat } = await openaiFor({ deployment, of: 'thinking' });
      const messages = [{ role: 'user' as const, content: engine.prompts.short }];
      const question = { model, messages, temperature: 0 };

      const whole = await chat.completions.create(question);
      const options = { stream: true, stream_options: { include_usage: true } } as const;
      const chunks = await Array.fromAsync(await chat.completions.create({ ...question, ...options }));

      const streamed = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
      expect(streamed).not.toContain('think>');
      expect(streamed).toBe(whole.choices[0]?.message.content);
      expect(chunks.at(-1)?.usage).toEqual(whole.usage);
    },
  );
});
