import {
  covers,
  expect,
  groupWritable,
  homes,
  orphans,
  ownFiles,
  setIds,
  test,
  worldWritable,
  writableBy,
} from '@uat/fixtures/installers';

test.describe('ownership and permissions', () => {
  test(
    'nothing that it brings or makes is writable by everybody',
    covers('ENG-10771', { catches: ['F16', 'F17'], severity: 'critical' }),
    async ({ installed }) => {
      expect(worldWritable(ownFiles(installed.changes))).toHaveNoFindings();
    },
  );

  test(
    'no program may be changed by a group',
    covers('ENG-10771', { catches: 'F18' }),
    async ({ installed }) => {
      expect(groupWritable(ownFiles(installed.changes))).toHaveNoFindings();
    },
  );

  test(
    'the service cannot change its own programs',
    covers('ENG-10771', { catches: 'F19', requires: ['product:user', 'product:code'] }),
    async ({ installed, product }) => {
      const { user = '', folders } = product.profile;

      const writable = writableBy(user, folders.code, ownFiles(installed.changes), installed.after.facts);

      expect(writable).toHaveNoFindings();
    },
  );

  test('every file has an owner who exists', covers('ENG-10771'), async ({ installed }) => {
    expect(orphans(ownFiles(installed.changes), installed.after.facts)).toHaveNoFindings();
  });

  test('no program runs with the rights of another', covers('ENG-10771'), async ({ installed }) => {
    expect(setIds(ownFiles(installed.changes))).toHaveNoFindings();
  });

  test(
    'its user has no home among those of people',
    covers('ENG-10771', { catches: 'F20' }),
    async ({ installed }) => {
      expect(homes(ownFiles(installed.changes))).toHaveNoFindings();
    },
  );

  test(
    'a secret that it was given is readable by no other user',
    covers('ENG-10771', { catches: 'F35', severity: 'critical', requires: ['product:secret'] }),
    async ({ installed }) => {
      expect(installed.leaks).toHaveNoFindings();
    },
  );
});
