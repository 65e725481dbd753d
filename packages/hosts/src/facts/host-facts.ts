export interface HostUser {
  name: string;
  uid: number;
  gid: number;
  home: string;
  shell: string;
  passwordState?: PasswordState;
}

export interface HostGroup {
  name: string;
  gid: number;
  members: string[];
  passwordState?: PasswordState;
}

/** What /etc/shadow and /etc/gshadow say about an account, without the password itself. */
export interface PasswordState {
  /** `locked`: no password is accepted; `none`: no password is required; `set`: there is one. */
  password: 'locked' | 'none' | 'set';
  /** Password aging and expiry of a user, or administrators of a group, as written there; empty if there are none. */
  rules: string;
}

export interface HostService {
  /** Name with its suffix: `acme-agent.service`. */
  name: string;
  /** As reported by systemd: `active`, `inactive`, `failed`, `activating` … */
  active: string;
  /** As reported by systemd: `running`, `dead`, `auto-restart` … */
  sub: string;
  /** `enabled`, `disabled`, `static` or `masked` according to the unit files; empty if there are none. */
  enabled: string;
  restarts: number;
  /** 0 when no process runs. */
  mainPid: number;
  /** Empty when systemd keeps the unit in memory only. */
  file: string;
  /**
   * Whether it was started but skipped because the host does not meet a `Condition…=` of its unit, which is not a
   * failure.
   */
  unsuited: boolean;
}

export interface HostSocket {
  protocol: 'tcp' | 'udp';
  address: string;
  port: number;
  /** Name of the listening program, if known. */
  process: string;
}

export interface HostProcess {
  pid: number;
  parent: number;
  user: string;
  /** Command line with its arguments. */
  command: string;
}

export interface HostPackage {
  family: 'deb' | 'rpm';
  name: string;
  version: string;
  /**
   * As reported by dpkg: `installed`, `config-files`, `half-configured`, `unpacked` …; `installed` for every rpm.
   * `not-installed` only if the package was selected.
   */
  state: string;
  /**
   * What dpkg is told to do with the package (dpkg --get-selections): `install`, `hold`, `deinstall`, `purge`; dpkg
   * only.
   */
  selection?: string;
  /** Whether it was installed as a dependency, so that apt may remove it again. */
  auto?: boolean;
}

/** The registries that dpkg and its helper tools keep in files of their own. */
export const registries = ['diversion', 'statoverride', 'alternative', 'trigger', 'ucf', 'debconf'] as const;
export type Registry = (typeof registries)[number];

/** One entry of a registry. */
export interface RegistryEntry {
  registry: Registry;
  /**
   * Subject of the entry: a path, or the name of a group, trigger or question; for a choice of an alternative `editor:
   * /bin/ed`.
   */
  name: string;
  /**
   * The package that the entry belongs to according to the registry; several packages may have an entry of the same
   * name.
   */
  owner?: string;
  /** The rest of the entry, as text to compare. Never holds the values of debconf or passwords. */
  value: string;
}

export interface HostMount {
  path: string;
  type: string;
  source: string;
}

/**
 * The state of a host at one moment, apart from files; read by one command. Without an init, services and timers are
 * empty.
 */
export interface HostFacts {
  users: HostUser[];
  groups: HostGroup[];
  services: HostService[];
  /** Unit names. */
  timers: string[];
  /** Cron files, and `crontab:NAME` for each user with a crontab. */
  cron: string[];
  sockets: HostSocket[];
  /** Without kernel threads and without the processes that read these facts. */
  processes: HostProcess[];
  packages: HostPackage[];
  entries: RegistryEntry[];
  mounts: HostMount[];
}
