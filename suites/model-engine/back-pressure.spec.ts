import { covers, expect, test } from '@uat/fixtures';

/** More requests than find a slot and a place in line, however quickly the first ones are answered. */
const crowd = 40;

test.describe('a busy engine', () => {
  test(
    'what an engine cannot take is turned away with 503 and told when to come again, and what it took is answered',
    covers('ENG-6530', {
      catches: ['M16b', 'M16c'],
      severity: 'critical',
      requires: ['capability:engine-pace'],
    }),
    async ({ data, fetched, sendAtOnce, settled }) => {
      const { id: m_id } = await fetched('chat');
      const slow = { system_config: { token_milliseconds: 40 } };
      const deployment = await data.deployment({ m_id, max_concurrent_requests: 1 }, slow);
      await settled(deployment);
      const alone = await sendAtOnce(1, deployment);

      const { answers, refusals } = await sendAtOnce(crowd, deployment);

      const toldWhen = { status: 503, retryAfter: expect.stringMatching(/^\d+$/) };
      expect(refusals, 'requests that were turned away').not.toHaveLength(0);
      expect(refusals).toEqual(refusals.map(() => toldWhen));
      expect(answers.length, 'answers to the request at work and to those in line').toBeGreaterThan(1);
      expect(new Set(answers), 'the text of the answers').toEqual(new Set(alone.answers));
      expect(await sendAtOnce(1, deployment), 'the answer to a request that comes again').toEqual(alone);
    },
  );
});
