import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { beforeAll, describe, expect, test } from 'vitest';
import { baseRoot } from '../base/base-root.ts';
import type { Host } from '../host.ts';
import { type MachineState, machineDifferences, machineState } from '../machine-state.ts';
import { residueBetween } from '../residue/residue-between.ts';
import { sweepHosts } from '../sweep-hosts.ts';
import { acmeResidue, putAcmePackage } from '../testing/acme-package.ts';
import { chrootDriver, overlayDriver } from './overlay-driver.ts';

const driver = overlayDriver();
const { capabilities, missing } = await driver.probe();
const here = capabilities.has('init');
const reason = missing.map((one) => one.reason)[0] ?? '';
const log = (line: string) => process.stderr.write(`${line}\n`);

const shell = async (host: Host, script: string) => {
  const { code, stdout, stderr } = await host.run(['sh', '-c', script]);
  return { code, said: (stdout + stderr).trim() };
};

describe.skipIf(!here)(`hosts of this machine ${reason}`, () => {
  let machine: MachineState;
  beforeAll(async () => {
    await baseRoot({ log });
    machine = await machineState();
  }, 600_000);

  test('a package installs and serves, and everything that its purge leaves behind is found', async () => {
    await using host = await driver.create();
    expect(await host.boot()).toBe('running');
    await putAcmePackage(host);
    const [facts, files] = [await host.facts(), await host.snapshot()];

    const installed = await host.run(['apt-get', 'install', '-y', '/root/acme.deb']);
    const during = await host.facts();
    const purged = await host.run(['apt-get', 'purge', '-y', 'acme']);

    expect([installed.code, purged.code]).toEqual([0, 0]);
    expect(during.services).toContainEqual(
      expect.objectContaining({ name: 'acme.service', active: 'active', enabled: 'enabled', restarts: 0 }),
    );
    expect(during.packages).toContainEqual({
      family: 'deb',
      name: 'acme',
      version: '1.0',
      state: 'installed',
      selection: 'install',
    });
    const report = residueBetween({
      before: facts,
      after: await host.facts(),
      changes: await host.changesSince(files),
    });
    expect(report.residue.map(({ sentence }) => sentence).toSorted()).toEqual(acmeResidue.toSorted());
  });

  test('a port of the host is reachable while it is forwarded, and streams arrive piece by piece', async () => {
    await using host = await driver.create();
    await host.boot();
    await putAcmePackage(host);
    await host.run(['dpkg', '-i', '/root/acme.deb']);
    await host.run(['sh', '-c', 'until ss -Hlnt | grep -q 7171; do sleep 0.02; done']);

    const pieces: string[] = [];
    let url: string;
    {
      await using forward = await host.forward(7171);
      ({ url } = forward);
      const answer = await fetch(url);
      for await (const piece of answer.body ?? []) pieces.push(Buffer.from(piece).toString());
    }

    expect(pieces.join('')).toBe('0\n1\n2\n');
    expect(pieces.length).toBeGreaterThan(1);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  test('after a power cut nothing runs, the disk is unchanged, and the host boots again', async () => {
    await using host = await driver.create();
    await host.boot();
    const writing = host.run(['sh', '-c', 'echo half >/var/lib/half; sleep 60; echo whole >/var/lib/half']);
    await host.run(['sh', '-c', 'until [ -s /var/lib/half ]; do sleep 0.02; done']);

    await host.powerCut();

    expect((await writing).code).not.toBe(0);
    expect(await host.boot()).toBe('running');
    expect((await host.read('/var/lib/half')).toString()).toBe('half\n');
    expect((await host.facts()).processes.map(({ command }) => command).join()).not.toContain('sleep 60');
  });

  test('hosts from one checkpoint start where it was frozen and do not see each other', async () => {
    await using first = await driver.create();
    await first.boot();
    const clean = await first.snapshot();
    await first.write('/srv/data', 'N-1');
    await using frozen = await first.checkpoint();

    await using one = await driver.create({ from: frozen });
    await using other = await driver.create({ from: frozen });
    await Promise.all([one.boot(), other.boot()]);
    await one.write('/srv/data', 'changed');
    await other.run(['rm', '-r', '/srv']);

    expect((await first.read('/srv/data')).toString()).toBe('N-1');
    const changes = await Promise.all(
      [one, other].map(async (host) =>
        (await host.changesSince(clean))
          .filter(({ path: at }) => at.startsWith('/srv'))
          .map(({ kind, path: at }) => `${kind} ${at}`),
      ),
    );
    expect(changes).toEqual([['added /srv/data'], ['removed /srv', 'removed /srv/.keep']]);
  });

  test('every change of a file is found: content, mode, and folders that are removed, recreated or renamed', async () => {
    await using host = await driver.create();
    const before = await host.snapshot();

    await shell(
      host,
      `set -e
      printf x | dd of=/etc/hostname bs=1 conv=notrunc status=none
      chmod 666 /etc/issue
      chmod 600 /etc/fstab && chmod 644 /etc/fstab
      rm -r /usr/local/include && mkdir /usr/local/include && touch /usr/local/include/new
      mv /etc/logrotate.d /etc/moved.d
      rm /usr/local/bin/.keep && touch /usr/local/bin/.keep
      rm -r /srv && touch /srv
      setfattr -n user.note -v hi /etc/debian_version
      touch /run/left`,
    );

    const changes = (await host.changesSince(before)).map((change) => `${change.kind} ${change.path}`);
    const moved = changes.filter((line) => /(logrotate|moved)\.d\//.test(line));
    expect(changes.filter((line) => !moved.includes(line))).toEqual([
      'metadata /etc/debian_version',
      'content /etc/hostname',
      'metadata /etc/issue',
      'removed /etc/logrotate.d',
      'added /etc/moved.d',
      'added /run/left',
      'content /srv',
      'removed /srv/.keep',
      'removed /usr/local/include/.keep',
      'added /usr/local/include/new',
    ]);
    expect(moved).toContain('removed /etc/logrotate.d/dpkg');
    expect(moved).toContain('added /etc/moved.d/dpkg');
  });

  test('disk, folder and network limits are enforced', async () => {
    const source = mkdtempSync(path.join(tmpdir(), 'uat-shared-'));
    writeFileSync(path.join(source, 'given'), 'from outside');
    await using host = await driver.create({
      diskMegabytes: 24,
      tmpfs: { '/opt': '1m' },
      readOnly: ['/etc/cron.d'],
      shared: { '/srv/given': source },
    });

    const files = await host.snapshot();
    writeFileSync(path.join(source, 'later'), 'from outside');

    const outcomes = [
      await shell(host, 'dd if=/dev/zero of=/var/big bs=1M count=64 status=none'),
      await shell(host, 'dd if=/dev/zero of=/opt/big bs=1M count=2 status=none'),
      await shell(host, 'touch /etc/cron.d/acme'),
      await shell(host, 'cat /srv/given/given'),
      await shell(host, 'touch /srv/given/mine'),
      await shell(host, 'curl -sS --max-time 5 http://192.0.2.1/'),
      await shell(host, 'ip -o link | cut -d: -f2'),
    ];

    const changed = (await host.changesSince(files)).map((change) => change.path);
    rmSync(source, { recursive: true });
    expect(changed).toEqual(['/opt/big', '/var/big']);
    expect(outcomes.map(({ said }) => said)).toEqual([
      expect.stringContaining('No space left on device'),
      expect.stringContaining('No space left on device'),
      expect.stringContaining('Read-only file system'),
      'from outside',
      expect.stringContaining('Read-only file system'),
      expect.stringMatching(/Couldn't connect|Network is unreachable|Failed to connect/),
      'lo',
    ]);
  });

  test('an installer that sets the clock, changes the kernel, creates devices or follows a link does not reach this machine', async () => {
    await using host = await driver.create();
    const ofThisMachine = () =>
      ['hostname', 'panic'].map((name) => readFileSync(`/proc/sys/kernel/${name}`, 'utf8'));
    const before = ofThisMachine();
    const reaching = [
      'date -s 2001-01-01',
      'sysctl -w kernel.panic=77',
      'mknod /tmp/disk b 254 0',
      'modprobe dummy',
    ];

    const unbooted = await Promise.all(reaching.map((script) => shell(host, script)));
    await host.boot();
    const booted = await Promise.all(reaching.map((script) => shell(host, script)));
    await host.run(['hostname', 'other']);
    await host.run(['ln', '-s', tmpdir(), '/srv/link']);
    await host.write(`/srv/link/uat-${process.pid}`, 'out?');

    expect([...unbooted, ...booted].filter(({ code }) => code === 0)).toEqual([]);
    expect(ofThisMachine()).toEqual(before);
    expect(existsSync(path.join(tmpdir(), `uat-${process.pid}`))).toBe(false);
  });

  test('a command gets its input, environment and user, and its children end with its timeout', async () => {
    await using host = await driver.create();

    const asked = await host.run(['sh', '-c', 'cat; echo "$WORD $HOME"; id -un; exit 7'], {
      stdin: 'in ',
      env: { WORD: 'a b' },
      user: 'nobody',
    });
    const silent = await host.run(['sh', '-c', 'read line || echo nothing']);
    const slow = await host.run(['sh', '-c', 'sleep 31 & sleep 32'], { seconds: 0.3 });

    expect(asked).toMatchObject({ code: 7, stdout: 'in a b /nonexistent\nnobody\n', timedOut: false });
    expect(silent.stdout).toBe('nothing\n');
    expect(slow).toMatchObject({ timedOut: true });
    expect((await host.facts()).processes.map(({ command }) => command).join()).not.toContain('sleep');
  });

  test('what a killed process leaves of its hosts has stopped running, and the next sweep removes it', async () => {
    const program = fileURLToPath(new URL('../testing/boot-and-wait.ts', import.meta.url));
    const owner = execa(process.execPath, [program], { reject: false });
    const [line] = (await once(owner.stdout, 'data')) as [Buffer];
    const [name = '', folder = '', cgroup = ''] = line.toString().trim().split(' ');
    await using other = await driver.create();

    owner.kill('SIGKILL');
    await owner;

    await expect
      .poll(() => readFileSync(path.join(cgroup, 'cgroup.events'), 'utf8'))
      .toContain('populated 0');
    expect(folder).toContain(name);
    expect([existsSync(folder), existsSync(cgroup)]).toEqual([true, true]);
    await sweepHosts();
    expect([existsSync(folder), existsSync(cgroup)]).toEqual([false, false]);
    expect((await other.run(['true'])).code).toBe(0);
  });

  test('a chroot also installs and finds residue, and says that it has no init', async () => {
    const chroot = chrootDriver();
    await using host = await chroot.create();
    await putAcmePackage(host);
    const [facts, files] = [await host.facts(), await host.snapshot()];

    const installed = await host.run(['apt-get', 'install', '-y', '/root/acme.deb']);
    const purged = await host.run(['apt-get', 'purge', '-y', 'acme']);

    expect([installed.code, purged.code]).toEqual([0, 0]);
    const report = residueBetween({
      before: facts,
      after: await host.facts(),
      changes: await host.changesSince(files),
    });
    expect(report.residue.map(({ sentence }) => sentence).toSorted()).toEqual(acmeResidue.toSorted());
    expect((await chroot.probe()).missing).toContainEqual({
      capability: 'init',
      reason: 'a chroot has no init',
    });
    await expect(host.boot()).rejects.toThrow('A host of the driver chroot has no init to boot.');
  });

  test('after all of this the machine has the same mounts, cgroups, firewall, ports and users as before', async () => {
    expect(machineDifferences(machine, await machineState())).toEqual([]);
  });
});
