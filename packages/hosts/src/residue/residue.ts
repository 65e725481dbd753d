import type { Registry } from '../facts/host-facts.ts';

/** What an allowance or a difference speaks of. */
export type ResidueKind =
  | 'file'
  | 'user'
  | 'group'
  | 'service'
  | 'timer'
  | 'cron'
  | 'socket'
  | 'process'
  | 'package'
  /** Of a package of which nothing is there, what dpkg is to do with it. */
  | 'selection'
  | 'mount'
  | Registry;

/** One thing that is not as it was. */
export interface Residue {
  kind: ResidueKind;
  /** Something came and stayed, something that was there is gone, or it is there and differs. */
  how: 'left' | 'lost' | 'changed';
  /** The path, or the name by which it is known: `/etc/acme`, `acme`, `tcp 127.0.0.1:7171`. */
  what: string;
  /** The package that an entry of a registry belongs to, where the registry says. */
  owner?: string;
  /** Of a file that changed, its mode, owner or attributes did, whether its content did or not. */
  metadata?: true;
  /** For people, such as `file /opt/acme/cache.bin was left (644 acme:acme, 12 bytes)`. */
  sentence: string;
}

/** Residue that is as it should be. */
export interface Allowance {
  kind: ResidueKind;
  /** Of the path or name: `*` stands for anything within a folder, `**` for anything, `{a,b}` for one of them. */
  pattern: string | RegExp;
  /** Of the package that an entry belongs to, with or without its architecture; `''` for one that belongs to none. */
  owner?: string;
  /** Default: however it differs. */
  how?: Residue['how'];
  /** Of a file that changed: its content may, its mode, owner and attributes may not. Default: all of it may. */
  contentOnly?: true;
  reason: string;
}

/** What a host differs in, sorted into what should not be and what may be. */
export interface ResidueReport {
  residue: Residue[];
  /** With the reason of the allowance that it falls under. */
  allowed: { residue: Residue; reason: string }[];
}
