import { covers, expect, test } from '@uat/fixtures';

test.describe('the health of what is deployed', () => {
  test(
    'a deployment that was stopped is healthy no longer, from that moment on',
    covers('ENG-6530', { catches: 'M26c', severity: 'critical' }),
    async ({ as, data, fetched, settled }) => {
      const [admin, viewer] = [await as('admin'), await as('viewer')];
      const { id: m_id } = await fetched('chat');
      const id = await data.deployment({ m_id });
      await settled(id);
      const wordsOn = (list: Record<string, string>[]) =>
        list.map(Object.values).filter((one) => one.includes(id));

      const health = viewer.serving.health();
      const before = wordsOn(await health);
      await admin.serving.stop(id);
      const after = wordsOn(await viewer.serving.health());

      await expect(health).toMatchContract();
      expect(before, 'the health of a deployment that serves').toEqual([
        expect.arrayContaining(['DEPLOYED']),
      ]);
      expect(after.flat(), 'the health of a deployment that was stopped').not.toContain('DEPLOYED');
    },
  );

  test(
    'an engine that died is reported to the next health check',
    covers('ENG-6530', {
      catches: ['M26b', 'M26c'],
      severity: 'critical',
      requires: ['capability:engine-kill'],
    }),
    async ({ as, data, fetched, settled }) => {
      const [admin, viewer] = [await as('admin'), await as('viewer')];
      const { id: m_id } = await fetched('chat');
      const deployment_id = await data.deployment({ m_id });
      await settled(deployment_id);
      await expect(viewer.serving.health()).toSucceed();

      await admin.testing.killDeployment(deployment_id);

      expect(await viewer.serving.health()).toContainEqual({ deployment_id, status: 'FAILED' });
    },
  );
});
