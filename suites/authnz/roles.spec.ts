import { covers, expect, test } from '@uat/fixtures';

/** Pages for administrators only, and what stands on top of them. */
const administratorPages = [
  {
    path: '/cluster/home',
    heading: 'Cluster',
    shows: 'Processors',
    denied: 'the cluster overview is denied to a viewer',
    opens: 'the cluster overview opens for an administrator',
  },
  {
    path: '/cluster/users',
    heading: 'Cluster',
    shows: 'Username',
    denied: 'the list of users is denied to a viewer',
    opens: 'the list of users opens for an administrator',
  },
  {
    path: '/activity',
    heading: 'Activity',
    shows: 'When',
    denied: 'the activity page is denied to a viewer',
    opens: 'the activity page opens for an administrator',
  },
];

test.describe('roles', () => {
  for (const { path, denied } of administratorPages) {
    test(denied, covers('ENG-2861', { catches: 'A19', severity: 'critical' }), async ({ consoleAs }) => {
      const console = await consoleAs('viewer', { at: path });

      await expect(console.accessDenied).toBeVisible();
      await expect(console.page.getByRole('table')).toBeHidden();
    });
  }

  for (const { path, heading, shows, opens } of administratorPages) {
    test(opens, covers('ENG-2861', { catches: 'A19' }), async ({ consoleAs }) => {
      const console = await consoleAs('admin', { at: path });

      await expect(console.heading(heading)).toBeVisible();
      await expect(console.page.getByRole('main').getByText(shows)).toBeVisible();
      await expect(console.accessDenied).toBeHidden();
    });
  }

  test(
    'the sidebar offers a viewer no administrator page',
    covers('ENG-2861', { catches: 'A19' }),
    async ({ consoleAs }) => {
      const console = await consoleAs('viewer');

      await expect(console.shell.link('Models')).toBeVisible();

      await expect(console.shell.link('Activity')).toBeHidden();
      await expect(console.shell.link('Cluster')).toBeHidden();
    },
  );

  test(
    'the API behind the pages refuses a viewer',
    covers('ENG-2861', { catches: 'A19', severity: 'critical' }),
    async ({ as }) => {
      const viewer = await as('viewer');

      const nodes = viewer.cluster.runningNodes();
      const activity = viewer.activity.recent();

      await expect(nodes).toBeDenied(403);
      await expect(activity).toBeDenied(403);
    },
  );
});
