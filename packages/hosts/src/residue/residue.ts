import type { Registry } from '../facts/host-facts.ts';

/** The kinds of things that an allowance or a difference can be about. */
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
  /** dpkg's selection for a package that is not installed. */
  | 'selection'
  | 'mount'
  | Registry;

/** One difference from the state before. */
export interface Residue {
  kind: ResidueKind;
  /** `left`: it appeared and stayed; `lost`: it is gone; `changed`: it differs. */
  how: 'left' | 'lost' | 'changed';
  /** The path or the identifying name: `/etc/acme`, `acme`, `tcp 127.0.0.1:7171`. */
  what: string;
  /** The package that owns a registry entry, if the registry says. */
  owner?: string;
  /** For a changed file, whether its mode, owner or attributes changed, regardless of its content. */
  metadata?: true;
  /** A sentence for people, such as `file /opt/acme/cache.bin was left (644 acme:acme, 12 bytes)`. */
  sentence: string;
}

/** A difference that is allowed. */
export interface Allowance {
  kind: ResidueKind;
  /** Glob for the path or name: `*` matches within a folder, `**` anything, `{a,b}` one of them. */
  pattern: string | RegExp;
  /** Glob for the owning package, with or without its architecture; `''` for entries without an owner. */
  owner?: string;
  /** Default: every kind of difference. */
  how?: Residue['how'];
  /** For a changed file, allows a change of its content but not of its mode, owner or attributes. Default: false. */
  contentOnly?: true;
  reason: string;
}

/** The differences of a host, split into residue and allowed differences. */
export interface ResidueReport {
  residue: Residue[];
  /** With the reason of the allowance that matched. */
  allowed: { residue: Residue; reason: string }[];
}
