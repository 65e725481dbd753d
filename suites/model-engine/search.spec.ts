import { covers, expect, test } from '@uat/fixtures';

test.describe('a search for models', () => {
  test(
    'a search finds models of the hub, and no more than it was asked for',
    covers('ENG-8749', { catches: 'MX20', severity: 'critical', requires: ['capability:hub'] }),
    async ({ as, engine }) => {
      const viewer = await as('viewer');

      const search = viewer.models.search({ query: engine.search });
      const short = await viewer.models.search({ query: engine.search, limit: 1 });

      await expect(search).toMatchContract();
      const { results, total_results: total, hub_error: error } = await search;
      expect(error ?? 'no error').toBe('no error');
      expect(results.length).toBeGreaterThan(1);
      expect(total).toBeGreaterThanOrEqual(results.length);
      expect(short.results, 'a search with limit 1').toHaveLength(1);
    },
  );

  test(
    'an exact search finds the repository of that name and nothing beside it',
    covers('ENG-8749', { catches: 'MX21', requires: ['capability:hub'] }),
    async ({ as, engine }) => {
      const { repository } = engine.chat;
      const viewer = await as('viewer');

      const whole = await viewer.models.search({ query: repository, exact: true });
      const part = await viewer.models.search({ query: repository.slice(0, -1), exact: true });

      expect(whole.results.map(({ model }) => model.repo_modelId)).toEqual([repository]);
      expect(part.results.map(({ model }) => model.repo_modelId)).not.toContain(repository);
    },
  );

  test(
    'a model of the catalogue is found beside those of the hub',
    covers('ENG-8749', { catches: 'MX22', requires: ['capability:hub'] }),
    async ({ as, data }) => {
      const { id, name } = await data.model();

      const { results } = await (await as('viewer')).models.search({ query: name });

      expect(results.map((found) => found.id)).toContain(id);
    },
  );

  test(
    'a search that the hub cuts short gives what came, and says that it is not all',
    covers('ENG-8749', {
      catches: ['M19', 'M19b'],
      severity: 'critical',
      requires: ['capability:hub', 'capability:hub-conditions'],
    }),
    async ({ as, engine, hubConditions }) => {
      const viewer = await as('viewer');

      const search = viewer.models.search({ query: engine.search }, hubConditions({ pages: 1 }));

      await expect(search).toSucceed();
      await expect(search).toMatchContract();
      const { results, hub_error: error, hub_results_partial: partial } = await search;
      expect(results.length).toBeGreaterThan(0);
      expect(partial, 'hub_results_partial of a search that the hub cut short').toBe(true);
      expect(String(error)).toContain('429');
    },
  );

  test(
    'a search that the hub refuses says so, and still finds what is in the catalogue',
    covers('ENG-8749', {
      catches: ['M19b', 'MX22'],
      requires: ['capability:hub', 'capability:hub-conditions'],
    }),
    async ({ as, data, hubConditions }) => {
      const { id, name } = await data.model();

      const search = (await as('viewer')).models.search({ query: name }, hubConditions({ pages: 0 }));

      await expect(search).toSucceed();
      const { results, hub_error: error, local_results_only: localOnly } = await search;
      expect(results.map((found) => found.id)).toEqual([id]);
      expect(String(error)).toContain('429');
      expect(localOnly, 'local_results_only of a search that the hub refused').toBe(true);
    },
  );

  test(
    'a search without a query is refused',
    covers('ENG-8749', { requires: ['capability:hub'] }),
    async ({ as }) => {
      const viewer = await as('viewer');

      const search = viewer.models.search({} as { query: string });

      await expect(search).toBeRejected(422);
      await expect(search).toMatchContract();
    },
  );
});

test.describe('the files of a repository', () => {
  test(
    'the files of a repository are listed with their size and what they have to hash to',
    covers('ENG-8749', { catches: ['MX71', 'MX53'], severity: 'critical', requires: ['capability:hub'] }),
    async ({ as, engine }) => {
      const { repository: model, file } = engine.chat;

      const search = (await as('viewer')).modelFiles.search({ hub: 'HubsHf', model });

      await expect(search).toMatchContract();
      const found = (await search).find(({ name }) => name === file);
      expect(found, `${file} of ${model}`).toMatchObject({ name: file, checksum_type: 'sha256' });
      expect(found?.checksum).toMatch(/^[0-9a-f]{64}$/);
      expect(Number(found?.size)).toBeGreaterThan(0);
    },
  );

  test(
    'the short name of a hub is understood or refused, and is never a server error',
    covers('ENG-8749', { catches: 'M13', requires: ['capability:hub'] }),
    async ({ as, engine }) => {
      const viewer = await as('viewer');
      const { repository: model } = engine.chat;

      const short = await viewer.modelFiles.search({ hub: 'hf', model }).response;
      const none = await viewer.modelFiles.search({ hub: 'nowhere', model }).response;

      expect([200, 404, 422], `${short.status} for the hub "hf"`).toContain(short.status);
      expect([404, 422], `${none.status} for a hub that is not there`).toContain(none.status);
    },
  );

  test(
    'a gated repository is refused with 401, its list of files and its download alike',
    covers('ENG-8749', {
      catches: ['M19c', 'MX23'],
      requires: ['grant:models', 'capability:hub', 'capability:downloads', 'model:gated'],
    }),
    async ({ as, engine }) => {
      const [user, model] = [await as('user'), String(engine.gated)];

      const files = user.modelFiles.search({ hub: 'HubsHf', model });
      const download = user.models.download({ model });

      await expect(files).toBeDenied(401);
      await expect(download).toBeDenied(401);
      const names = (await user.models.list()).map((known) => known.repo_modelId);
      expect(names, 'the catalogue after a download that was refused').not.toContain(model);
    },
  );

  test(
    'a repository that does not exist is answered with 404',
    covers('ENG-8749', { requires: ['grant:models', 'capability:hub', 'capability:downloads'] }),
    async ({ as }) => {
      const user = await as('user');
      const model = `no-user-${crypto.randomUUID().slice(0, 8)}/nothing`;

      const files = user.modelFiles.search({ hub: 'HubsHf', model });
      const download = user.models.download({ model });

      await expect(files).toBeRejected(404);
      await expect(download).toBeRejected(404);
    },
  );
});
