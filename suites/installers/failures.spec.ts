import {
  clearAway,
  covers,
  cutPowerDuringInstall,
  expect,
  fillDisk,
  loseDependency,
  lostData,
  occupyPort,
  promisedSuccess,
  repair,
  residue,
  spoilData,
  test,
  tooSmallFor,
} from '@uat/fixtures/installers';

test.describe('when something goes wrong', () => {
  test(
    'on a full disk it fails, says that there is no space and is not installed',
    covers('ENG-9182', { severity: 'critical', requires: ['host:disk-full'] }),
    async ({ machineAt, packaged }) => {
      const machine = await machineAt('base', { diskMegabytes: 64 });
      await fillDisk(machine, await packaged());

      const result = await machine.install();

      expect(result).toBeRefused(/space/i);
      await expect(machine).toHaveNothingInstalled();
    },
  );

  test(
    'where the disk of its programs is full it fails, says so and is not installed',
    covers('ENG-9182', {
      catches: ['F27', 'F28'],
      requires: ['host:disk-full', 'product:code'],
    }),
    async ({ machineAt, packaged, product }) => {
      const machine = await machineAt('base', { tmpfs: tooSmallFor(await packaged(), product) });

      const result = await machine.install();

      expect(result).toBeRefused(/space/i);
      await expect(machine).toHaveNothingInstalled();
    },
  );

  test(
    'where its programs cannot be written it fails, and is not installed',
    covers('ENG-9182', { requires: ['host:read-only', 'product:code'] }),
    async ({ machineAt, product }) => {
      const machine = await machineAt('base', { readOnly: product.profile.folders.code });

      const result = await machine.install();

      expect(result).toBeRefused(/read-only|permission|permitted|space/i);
      await expect(machine).toHaveNothingInstalled();
    },
  );

  test(
    'where its port is taken it refuses, and names the port',
    covers('ENG-8749', {
      catches: ['F31', 'F32'],
      requires: ['host:init', 'product:ports', 'product:refuses busy port'],
    }),
    async ({ machineAt, product }) => {
      const machine = await machineAt();
      await occupyPort(machine);

      const result = await machine.install();

      expect(result).toBeRefused(new RegExp(`\\b${product.profile.ports[0]}\\b`));
      expect(promisedSuccess(result)).toHaveNoFindings();
      await expect(machine).toHaveNothingInstalled();
    },
  );

  test(
    'without something that it depends on it refuses, names it and is not installed',
    covers('ENG-10771', { requires: ['product:deb', 'product:dependency'] }),
    async ({ machineAt }) => {
      const machine = await machineAt();
      const missing = await loseDependency(machine);

      const result = await machine.install();

      expect(result).toBeRefused(new RegExp(RegExp.escape(missing)));
      await expect(machine).toHaveNothingInstalled();
    },
  );

  test(
    'an upgrade that cannot take over what was stored is refused, and keeps it',
    covers('ENG-10325', {
      catches: 'F10',
      severity: 'critical',
      requires: ['product:previous', 'product:migration'],
    }),
    async ({ machineAt, product }) => {
      const machine = await machineAt('upgradable');
      await machine.use();
      await spoilData(machine);
      const before = await machine.moment();

      const result = await machine.install();

      expect(result).toBeRefused(/migrat|data/i);
      expect(lostData(product, before, await machine.moment())).toHaveNoFindings();
    },
  );

  test(
    'after a power cut in the middle of it, the same installation makes it whole',
    covers('ENG-10771', { severity: 'critical', requires: ['host:init', 'host:power-cut'] }),
    async ({ machineAt, packaged }, testInfo) => {
      const machine = await machineAt();
      await cutPowerDuringInstall(machine, await packaged(), testInfo);

      const result = await repair(machine);

      expect(result).toEndWell();
      expect(await machine.whyUnwell()).toBeWell();
    },
  );

  test(
    'after a power cut in the middle of it, it can be removed',
    covers('ENG-10771', {
      catches: 'F29',
      requires: ['host:init', 'host:power-cut', 'product:package manager', 'product:purge'],
    }),
    async ({ machineAt, packaged, reach, product }, testInfo) => {
      const machine = await machineAt();
      await cutPowerDuringInstall(machine, await packaged(), testInfo);

      const result = await clearAway(machine);

      expect(result).toEndWell();
      expect(residue(product, await reach('base'), await machine.moment(), 'purge')).toHaveNoFindings();
    },
  );
});
