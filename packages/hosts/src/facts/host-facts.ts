export interface HostUser {
  name: string;
  uid: number;
  gid: number;
  home: string;
  shell: string;
  secrecy?: HostSecrecy;
}

export interface HostGroup {
  name: string;
  gid: number;
  members: string[];
  secrecy?: HostSecrecy;
}

/** What /etc/shadow and /etc/gshadow say of an account, without the password itself. */
export interface HostSecrecy {
  /** `locked`: no password lets anybody in; `none`: it takes none; `set`: there is one. */
  password: 'locked' | 'none' | 'set';
  /** When its password ages and it expires, or who administers the group, as written there; empty for neither. */
  rules: string;
}

export interface HostService {
  /** With its suffix: `acme-agent.service`. */
  name: string;
  /** As systemd says: `active`, `inactive`, `failed`, `activating` … */
  active: string;
  /** As systemd says: `running`, `dead`, `auto-restart` … */
  sub: string;
  /** `enabled`, `disabled`, `static` or `masked` by its files, or empty where there is none. */
  enabled: string;
  restarts: number;
  /** 0 when nothing runs. */
  mainPid: number;
  /** Empty when systemd keeps the unit in memory only. */
  file: string;
  /** It was to start, and did not because the host does not meet a `Condition…=` of its unit; which is no failure. */
  unsuited: boolean;
}

export interface HostSocket {
  protocol: 'tcp' | 'udp';
  address: string;
  port: number;
  /** Name of the program that listens, where it is known. */
  process: string;
}

export interface HostProcess {
  pid: number;
  parent: number;
  user: string;
  /** With its arguments. */
  command: string;
}

export interface HostPackage {
  family: 'deb' | 'rpm';
  name: string;
  version: string;
  /**
   * As dpkg says: `installed`, `config-files`, `half-configured`, `unpacked` …; `installed` for every rpm. `not-installed`
   * only where somebody selected it.
   */
  state: string;
  /** What dpkg is to do with it (dpkg --get-selections): `install`, `hold`, `deinstall`, `purge`; of dpkg only. */
  selection?: string;
  /** It came because another package needs it, and apt may remove it with that. */
  auto?: boolean;
}

/** The registries that dpkg and its helpers keep, in files of their own. */
export const registries = ['diversion', 'statoverride', 'alternative', 'trigger', 'ucf', 'debconf'] as const;
export type Registry = (typeof registries)[number];

/** One entry of a registry. */
export interface RegistryEntry {
  registry: Registry;
  /** What it is about: a path, the name of a group, trigger or question; of a choice of an alternative `editor: /bin/ed`. */
  name: string;
  /** The package that it belongs to, as the registry names it; several may have an entry of one name. */
  owner?: string;
  /** What else is compared, in words. Of debconf and of passwords never the values. */
  value: string;
}

export interface HostMount {
  path: string;
  type: string;
  source: string;
}

/** What a host is at one moment, files aside; read by one command. Without an init, services and timers are empty. */
export interface HostFacts {
  users: HostUser[];
  groups: HostGroup[];
  services: HostService[];
  /** Unit names. */
  timers: string[];
  /** Files of cron, and the names of users with a table of their own as `crontab:NAME`. */
  cron: string[];
  sockets: HostSocket[];
  /** Without kernel threads and without those that read these facts. */
  processes: HostProcess[];
  packages: HostPackage[];
  entries: RegistryEntry[];
  mounts: HostMount[];
}
