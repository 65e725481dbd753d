import { covers, expect, test } from '@uat/fixtures';

test.describe('who may deploy', () => {
  test(
    'only administrators deploy, stop or delete',
    covers('ENG-8749', {
      catches: ['M30', 'M30b', 'M30c', 'M30e'],
      severity: 'critical',
    }),
    async ({ as, data, openaiFor, served }) => {
      const { id, m_id } = served();
      const m_config_id = await data.modelConfig({ m_id });
      const { models } = await openaiFor();
      const user = await as('user');
      const viewer = await as('viewer');

      await expect(user.serving.deploy({ m_id, m_config_id })).toBeDenied(403);
      await expect(viewer.serving.deploy({ m_id, m_config_id })).toBeDenied(403);
      await expect(user.serving.remove(id)).toBeDenied(403);
      await expect(viewer.serving.remove(id)).toBeDenied(403);
      await expect(user.serving.stop(id)).toBeDenied(403);
      await expect(viewer.serving.stop(id)).toBeDenied(403);
      expect(await viewer.serving.deploymentStatus(id)).toBe('DEPLOYED');
      await expect(models.list(), 'a question to what was not to be stopped').resolves.toBeDefined();
      const configs = (await viewer.serving.deployments()).map((one) => one.m_config_id);
      expect(configs, 'by what is deployed').not.toContain(m_config_id);
    },
  );

  test(
    'everybody who is signed in sees what is deployed, and no one else does',
    covers('ENG-8749'),
    async ({ as, served }) => {
      const viewer = await as('viewer');
      const anybody = await as('anonymous');
      const { id } = served();

      const listed = viewer.serving.deployments();

      await expect(listed).toMatchContract();
      expect((await listed).map((one) => one.id)).toContain(id);
      await expect(anybody.serving.deployments()).toBeDenied(401);
      await expect(anybody.serving.deployment(id)).toBeDenied(401);
      await expect(anybody.serving.logs(id)).toBeDenied(401);
    },
  );
});
