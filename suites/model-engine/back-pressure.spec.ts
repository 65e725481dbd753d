import { covers, expect, test } from '@uat/fixtures';

/** More than find a slot and a place in line, however quickly the first ones are answered. */
const crowd = 40;

test.describe('a busy engine', () => {
  test(
    'what an engine cannot take is turned away with 503 and told when to come again, and what it took is answered',
    covers('ENG-6530', {
      catches: ['M16b', 'M16c'],
      severity: 'critical',
      requires: ['capability:engine-pace'],
    }),
    async ({ data, engine, fetched, openaiFor, settled }) => {
      const { id: m_id } = await fetched('chat');
      const slow = { system_config: { token_milliseconds: 40 } };
      const deployment = await data.deployment({ m_id, max_concurrent_requests: 1 }, slow);
      await settled(deployment);
      const { chat } = await openaiFor({ deployment });
      const messages = [{ role: 'user' as const, content: engine.prompts.short }];
      const ask = async () => {
        const { choices } = await chat.completions.create({ model: 'kamiwaza', messages, temperature: 0 });
        return String(choices[0]?.message.content);
      };
      const refusalIn = ({ status, headers }: { status?: number; headers?: Headers }) => ({
        status,
        comeAgain: headers?.get('retry-after'),
      });
      const alone = await ask();

      const outcomes = await Promise.all(Array.from({ length: crowd }, () => ask().catch(refusalIn)));

      const answers = outcomes.filter((one) => typeof one === 'string');
      const refusals = outcomes.filter((one) => typeof one !== 'string');
      expect(refusals, 'who is turned away').not.toHaveLength(0);
      for (const one of refusals)
        expect(one).toEqual({ status: 503, comeAgain: expect.stringMatching(/^\d+$/) });
      expect(answers.length, 'how many are answered, the one at work and those in line').toBeGreaterThan(1);
      expect(new Set(answers), 'what they are answered').toEqual(new Set([alone]));
      expect(await ask(), 'what somebody is answered who comes again').toBe(alone);
    },
  );
});
