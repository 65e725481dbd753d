import { randomBytes } from 'node:crypto';
import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { configurationError, infrastructureError } from '@uat/core';
import type { BaseRoot } from '../base/verified-base.ts';
import type { HostCapability } from '../capability.ts';
import type { CommandOptions, CommandResult } from '../command/command.ts';
import { asText, hostCommand, type RawResult, runCommand } from '../command/run-command.ts';
import type { HostFacts } from '../facts/host-facts.ts';
import { readFacts } from '../facts/read-facts.ts';
import { changesBetween } from '../files/changes-between.ts';
import type { FileChange } from '../files/file-change.ts';
import { filesByCommand } from '../files/files-by-command.ts';
import { forwardPort } from './forward-port.ts';
import type { Checkpoint, Forward, Host, Snapshot } from '../host.ts';
import type { HostOptions } from '../host-driver.ts';
import { hostName } from '../host-name.ts';
import { cgroupRoot, makeCgroup, removeCgroup } from './cgroups.ts';
import { hostsFolder } from './hosts-folder.ts';
import { overlaySnapshot } from './overlay-snapshot.ts';
import { type Isolated, startIsolated } from './start-isolated.ts';
import { droppedCapabilities } from './dropped-capabilities.ts';

const bootSeconds = 60;
const stopSeconds = 30;
const program = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export interface OverlayHostOptions extends HostOptions {
  driver: 'overlay' | 'chroot';
  capabilities: ReadonlySet<HostCapability>;
  base: BaseRoot;
}

/** A frozen root and the layers below it, topmost first. */
interface OverlayCheckpoint extends Checkpoint {
  layers: readonly string[];
}

/** An overlay over the base root, mounted in namespaces of its own, with systemd as its init once it is booted. */
export class OverlayHost implements Host {
  readonly name = hostName();
  readonly driver: string;
  readonly capabilities: ReadonlySet<HostCapability>;
  readonly put: Host['put'];
  readonly write: Host['write'];
  readonly read: Host['read'];

  readonly #options: OverlayHostOptions;
  readonly #folder = path.join(hostsFolder(), this.name);
  /** The layers between the base and the writable layer. */
  #frozen: readonly string[];
  #held: Isolated | undefined;
  #init: Isolated | undefined;

  private constructor(options: OverlayHostOptions) {
    this.#options = options;
    this.driver = options.driver;
    this.capabilities = options.capabilities;
    this.#frozen = (options.from as OverlayCheckpoint | undefined)?.layers ?? [];
    const { put, write, read } = filesByCommand((argv, asked) => this.#run(argv, asked));
    this.put = put;
    this.write = write;
    this.read = read;
  }

  static async start(options: OverlayHostOptions): Promise<OverlayHost> {
    const host = new OverlayHost(options);
    try {
      await host.#hold();
      return host;
    } catch (error) {
      await host[Symbol.asyncDispose]();
      throw error;
    }
  }

  async #hold(): Promise<void> {
    const { base, tmpfs = {}, diskMegabytes = '-', readOnly = [], shared = {} } = this.#options;
    for (const part of ['root', 'disk', 'layers'])
      mkdirSync(path.join(this.#folder, part), { recursive: true });
    // Linked under short names, because a colon in a path would separate layers.
    const layers = [...this.#frozen, base.root].map((layer, index) => {
      symlinkSync(layer, path.join(this.#folder, 'layers', String(index)));
      return `layers/${index}`;
    });
    writeFileSync(path.join(this.#folder, 'console.log'), '');
    const places = [
      ...Object.entries(tmpfs).map(([place, size]) => ['tmpfs', place, size]),
      ...Object.entries(shared).map(([place, source]) => ['shared', place, path.resolve(source)]),
      ...readOnly.map((place) => ['read-only', place, '-']),
    ];
    this.#held = await startIsolated('unshare', [
      ...['--mount', '--pid', '--fork', '--kill-child', '--uts', '--ipc', '--net', '--', 'sh'],
      ...[program('hold-root.sh'), this.#folder, layers.join(':'), String(diskMegabytes), ...places.flat()],
    ]);
    assertNotThisMachine(`${this.#view}/root`, this.#view);
  }

  /** The host's folder from outside, as seen by the process that holds its root. */
  get #view(): string {
    return `/proc/${this.#holder.pid}/root${this.#folder}`;
  }

  get #holder(): Isolated {
    if (this.#held === undefined) throw infrastructureError(`The host ${this.name} is gone.`);
    return this.#held;
  }

  /** The command prefix that enters the host and drops capabilities that would affect this machine. */
  get #inside(): string[] {
    const { pid } = this.#init ?? this.#holder;
    const root = `${this.#view}/root`;
    return [
      ...['nsenter', '-t', String(pid), '-m', '-u', '-i', '-n', '-p'],
      ...(this.#init === undefined ? [`--root=${root}`, `--wd=${root}`] : ['-C', '-r', '-w']),
      ...['--', 'setpriv', `--bounding-set=${droppedCapabilities}`],
    ];
  }

  #run(argv: readonly string[], options: CommandOptions = {}): Promise<RawResult> {
    return runCommand([...this.#inside, ...hostCommand(argv, options)], options);
  }

  async run(argv: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
    return asText(await this.#run(argv, options));
  }

  async boot(): Promise<'running' | 'degraded'> {
    if (this.#init === undefined) await this.#startInit();
    const waiting =
      'until [ -S /run/systemd/private ]; do sleep 0.02; done; exec systemctl is-system-running --wait';
    const { stdout } = await this.run(['sh', '-c', waiting], { seconds: bootSeconds });
    const state = stdout.trim();
    if (state === 'running' || state === 'degraded') return state;

    const console = await readFile(path.join(this.#folder, 'console.log'), 'utf8');
    throw infrastructureError(
      `The host ${this.name} did not boot within ${bootSeconds} s: systemd says ${JSON.stringify(state)}. Its console ends with: ${console.slice(-500)}`,
    );
  }

  async #startInit(): Promise<void> {
    const hierarchy = cgroupRoot();
    if (hierarchy === undefined || !this.capabilities.has('init')) {
      throw configurationError(`A host of the driver ${this.driver} has no init to boot.`);
    }
    const cgroup = makeCgroup(hierarchy, this.name);
    const inCgroup = 'echo $$ >"$1/cgroup.procs" && shift && exec "$@"';
    const init = await startIsolated('sh', [
      ...['-c', inCgroup, 'sh', cgroup, 'nsenter', '-t', String(this.#holder.pid), '-m', '-p', '--'],
      ...[
        'unshare',
        '--mount',
        '--pid',
        '--fork',
        '--kill-child',
        '--uts',
        '--ipc',
        '--net',
        '--cgroup',
        '--',
      ],
      ...['sh', program('start-init.sh'), this.#folder, droppedCapabilities],
    ]);
    assertNotThisMachine(`/proc/${init.pid}/root/`, '/');
    const gone = init.gone.then(async () => {
      this.#init = undefined;
      await removeCgroup(cgroup);
    });
    this.#init = { ...init, gone };
  }

  async stop(): Promise<void> {
    const init = this.#init;
    if (init === undefined) return;
    // SIGRTMIN+4 is systemd's "power off", see systemd(1).
    process.kill(init.pid, 38);
    const late = setTimeout(() => void this.powerCut(), stopSeconds * 1000);
    await init.gone;
    clearTimeout(late);
  }

  async powerCut(): Promise<void> {
    const init = this.#init;
    if (init === undefined) return;
    process.kill(init.pid, 'SIGKILL');
    await init.gone;
  }

  facts(): Promise<HostFacts> {
    return readFacts((argv, options) => this.#run(argv, options));
  }

  snapshot(): Promise<Snapshot> {
    const root = `${this.#view}/root`;
    return overlaySnapshot({
      base: this.#options.base,
      layers: [`${this.#view}/disk/up`, ...this.#frozen],
      disk: root,
      live: this.#init === undefined ? root : `/proc/${this.#init.pid}/root`,
      inMemory: ['/run', '/dev/shm', ...Object.keys(this.#options.tmpfs ?? {})],
      shared: Object.keys(this.#options.shared ?? {}),
      inside: this.#inside,
    });
  }

  async changesSince(before: Snapshot): Promise<FileChange[]> {
    return changesBetween(before, await this.snapshot());
  }

  async checkpoint(): Promise<Checkpoint> {
    const { tmpfs, diskMegabytes } = this.#options;
    if (tmpfs !== undefined || diskMegabytes !== undefined)
      throw configurationError(
        'A host whose disk is in memory cannot be frozen: create it without disk limits.',
      );
    await this.stop();
    await this.#letGo();

    const name = hostName();
    const layer = path.join(hostsFolder(), name);
    await rename(path.join(this.#folder, 'disk', 'up'), layer);
    this.#frozen = [layer, ...this.#frozen];
    await rm(this.#folder, { recursive: true });
    await this.#hold();
    const frozen: OverlayCheckpoint = {
      name,
      layers: this.#frozen,
      [Symbol.asyncDispose]: () => rm(layer, { recursive: true }),
    };
    return frozen;
  }

  forward(port: number): Promise<Forward> {
    const socketFile = path.join(this.#folder, `${randomBytes(4).toString('hex')}.sock`);
    return forwardPort((this.#init ?? this.#holder).pid, port, socketFile);
  }

  async #letGo(): Promise<void> {
    const held = this.#held;
    this.#held = undefined;
    held?.release();
    await held?.gone;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.powerCut();
    await this.#letGo();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** @throws Error when a host's root turns out to be this machine's own: nothing may be done in it. */
function assertNotThisMachine(root: string, machine: string): void {
  const [its, own] = [statSync(root), statSync(machine)];
  if (its.dev === own.dev) throw new Error(`${root} is the root of this machine, not of a host`);
}
