import { covers, expect, test } from '@uat/fixtures';

test.describe('what only larger machines can show', () => {
  test(
    'a model whose copies are spread over two nodes does not hang when it starts',
    covers('ENG-6530', { severity: 'critical', requires: ['capability:two-nodes'] }),
    async ({ as, data, fetched, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');

      const id = await data.deployment({ m_id, min_copies: 2, starting_copies: 2 });
      const { status } = await settled(id);

      expect(status).toBe('DEPLOYED');
      const nodes = (await admin.serving.instances({ deployment_id: id })).map(({ node_id }) => node_id);
      expect(new Set(nodes).size).toBe(2);
    },
  );

  test(
    'two models share a GPU, each with what the estimate said that it takes',
    covers('ENG-6997', { severity: 'critical', requires: ['capability:gpu'] }),
    async ({ as, data, fetched, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');
      const share = { m_id, gpu_allocation: 0.4 };
      const m_config_id = await data.modelConfig({ m_id });
      const { computed_vram_estimate: estimate } = await admin.serving.estimate({ ...share, m_config_id });

      const first = await settled(await data.deployment(share));
      const second = await settled(await data.deployment(share));

      expect([first.status, second.status]).toEqual(['DEPLOYED', 'DEPLOYED']);
      expect([second.node_name, second.gpu_index]).toEqual([first.node_name, first.gpu_index]);
      expect(Number(first.allocated_capacity_gb) + 1).toBeGreaterThan(estimate / 2 ** 30);
    },
  );

  test(
    'an image is made of words',
    covers('ENG-6530', { requires: ['capability:image-generation'] }),
    async ({ as, openaiFor }) => {
      const admin = await as('admin');
      const [painter] = await admin.serving.deployments({ capability: ['images.generations'] });
      const { images } = await openaiFor({ deployment: String(painter?.id) });

      const { data = [] } = await images.generate({ model: 'kamiwaza', prompt: 'a lighthouse', n: 1 });

      expect(data).toHaveLength(1);
      expect(data[0]?.b64_json ?? data[0]?.url).toMatch(/\w/);
    },
  );
});
