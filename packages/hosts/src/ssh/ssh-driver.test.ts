import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execaSync } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sshDriver, type SshDriverOptions } from './ssh-driver.ts';

const sshd = '/usr/sbin/sshd';
const reason = [
  [process.getuid?.() === 0, 'an sshd on loopback needs root to log root in'],
  [existsSync(sshd), 'no sshd on this machine: install openssh-server'],
].find(([met]) => met === false)?.[1];

describe.skipIf(reason !== undefined)(`a machine over ssh ${reason ?? ''}`, () => {
  let folder: string;
  let server: ChildProcessWithoutNullStreams;
  let options: SshDriverOptions;
  let port: number;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'uat-sshd-'));
    const listening = createServer().listen(0, '127.0.0.1');
    await once(listening, 'listening');
    ({ port } = listening.address() as AddressInfo);
    listening.close();

    const [hostKey, key] = [path.join(folder, 'host'), path.join(folder, 'key')];
    for (const file of [hostKey, key]) execaSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
    writeFileSync(path.join(folder, 'allowed'), readFileSync(`${key}.pub`));
    chmodSync(folder, 0o700);
    const settings = [
      `Port=${port}`,
      'ListenAddress=127.0.0.1',
      `HostKey=${hostKey}`,
      `AuthorizedKeysFile=${path.join(folder, 'allowed')}`,
      `PidFile=${path.join(folder, 'pid')}`,
      'UsePAM=no',
      'StrictModes=no',
      'PermitRootLogin=prohibit-password',
    ];
    // sshd refuses to start without it, wherever its other files are.
    execaSync('mkdir', ['-p', '/run/sshd']);
    server = spawn(sshd, ['-D', '-e', '-f', '/dev/null', ...settings.flatMap((setting) => ['-o', setting])]);
    options = {
      destination: 'root@127.0.0.1',
      arguments: [
        '-p',
        String(port),
        '-i',
        key,
        '-o',
        'StrictHostKeyChecking=no',
        '-o',
        'UserKnownHostsFile=/dev/null',
        '-o',
        'LogLevel=ERROR',
      ],
      reset: `echo reset >>${folder}/resets`,
    };
    // Its first line says that it listens.
    await once(server.stderr, 'data');
  });
  afterAll(async () => {
    server.kill();
    await once(server, 'exit');
    rmSync(folder, { recursive: true });
  });

  test('is reset first, and then runs commands, transfers files and reports facts', async () => {
    await using host = await sshDriver(options).create();
    const file = path.join(folder, 'it’s a file');

    const said = await host.run(['sh', '-c', 'cat; echo "$1 $WORD"; exit 7', 'sh', `it's "$HOME"`], {
      stdin: 'in ',
      env: { WORD: 'a b' },
    });
    await host.write(file, 'written', 0o600);

    expect(readFileSync(path.join(folder, 'resets'), 'utf8')).toBe('reset\n');
    expect(said).toMatchObject({ code: 7, stdout: `in it's "$HOME" a b\n`, timedOut: false });
    expect((await host.read(file)).toString()).toBe('written');
    expect((await host.facts()).users).toContainEqual(expect.objectContaining({ name: 'root', uid: 0 }));
    expect((await host.run(['sleep', '9'], { seconds: 0.2 })).timedOut).toBe(true);
  });

  test('a port there is reachable here while it is forwarded', async () => {
    await using host = await sshDriver(options).create();
    const there = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nthere'));
    await once(there.listen(0, '127.0.0.1'), 'listening');
    const { port: its } = there.address() as AddressInfo;

    let url: string;
    {
      await using forward = await host.forward(its);
      ({ url } = forward);
      expect(await (await fetch(url)).text()).toBe('there');
    }

    await expect(fetch(url)).rejects.toThrow('fetch failed');
    there.close();
  });

  test('says what it cannot do, and refuses to do it', async () => {
    const driver = sshDriver(options);

    const { capabilities, missing } = await driver.probe();

    expect([...capabilities]).toEqual(expect.arrayContaining(['root-user', 'forward']));
    expect(missing).toContainEqual({
      capability: 'checkpoint',
      reason: 'root@127.0.0.1: a machine over ssh does not support this',
    });
    await expect(driver.create({ diskMegabytes: 9 })).rejects.toMatchObject({ kind: 'configuration' });
  });

  test('that cannot be reset or reached is an infrastructure error', async () => {
    const unresettable = sshDriver({ ...options, reset: 'echo no snapshot >&2; exit 3' });
    const unreachable = sshDriver({ ...options, arguments: ['-p', '9', '-o', 'LogLevel=ERROR'] });

    await expect(unresettable.create()).rejects.toMatchObject({
      kind: 'infrastructure',
      message: 'The reset command of root@127.0.0.1 ended with 3: no snapshot',
    });
    await expect(unreachable.create()).rejects.toMatchObject({
      kind: 'infrastructure',
      message: expect.stringMatching(
        /^root@127.0.0.1 cannot be reached over ssh: .*port 9: Connection refused/,
      ),
    });
  });
});
