import { covers, expect, type Requirement, test } from '@uat/fixtures';

// How much room there is for all engines together is known of the embedded platform only.
const requires: Requirement[] = ['capability:bundled-models'];

test.describe('the estimate of what a model takes', () => {
  test(
    'what fits by the estimate is deployed',
    covers('ENG-6997', { catches: 'M23', severity: 'critical', requires }),
    async ({ as, data, fetched, settled }) => {
      const { serving } = await as('admin');
      const { id: m_id } = await fetched('chat');
      const request = { m_id, m_config_id: await data.modelConfig({ m_id }), starting_copies: 2 };

      const estimate = serving.estimate(request);
      const { status } = await settled(await data.deployment(request));

      await expect(estimate).toMatchContract();
      const { computed_vram_estimate: need, highest_node_vram: room } = await estimate;
      expect(need).toBeGreaterThan(0);
      expect(need).toBeLessThanOrEqual(Number(room));
      expect(status).toBe('DEPLOYED');
    },
  );

  test(
    'what does not fit by the estimate finds no room, also when each copy of it would',
    covers('ENG-6997', { catches: 'M23b', severity: 'critical', requires }),
    async ({ as, data, fetched, deployOnFullNode }) => {
      const { serving } = await as('admin');
      const { id: m_id } = await fetched('chat');
      const m_config_id = await data.modelConfig({ m_id });
      const { highest_node_vram: room } = await serving.estimate({ m_id, m_config_id });
      const request = { m_id, starting_copies: 2, vram_allocation: Math.ceil(Number(room) * 0.6) };

      const { computed_vram_estimate: need } = await serving.estimate({ ...request, m_config_id });
      const { outcome, processes } = await deployOnFullNode(request);

      expect(need).toBeGreaterThan(Number(room));
      expect(outcome).toMatch(/^(409|FAILED: NoFitError): .*insufficient_/);
      expect(processes).toEqual([]);
    },
  );
});
