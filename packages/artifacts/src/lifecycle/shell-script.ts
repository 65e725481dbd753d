import { shellQuoted } from '@uat/core';
import type { PackagePlan } from '../plan/package-plan.ts';
import { type StepName, stepText } from './lifecycle.ts';

/** A shell script with the facts of the product, the given steps as functions, and `main` after them. */
export function shellScript(
  { name, version, licence, homepage, lifecycle: { facts, steps } }: PackagePlan,
  { kind, needs, main }: { kind: 'deb' | 'rpm' | 'archive'; needs: readonly StepName[]; main: string },
): string {
  const variables = {
    NAME: name,
    VERSION: version,
    KIND: kind,
    LICENCE: licence,
    HOMEPAGE: homepage,
    SERVICE: facts.service,
    ACCOUNT: facts.account,
    PORT: facts.port,
    CODE: facts.code,
    CONFIG: facts.config,
    SETTINGS: facts.settings,
    SECRET: facts.secret,
    STATE: facts.state,
    DATA: facts.data,
    VARIABLES: facts.variables,
    FOLLOWS: facts.follows,
    DISK_MEGABYTES: facts.diskMegabytes,
    MEMORY_MEGABYTES: facts.memoryMegabytes,
  };
  return [
    '#!/bin/sh',
    'set -eu',
    '',
    ...Object.entries(variables).map(([variable, value]) => `${variable}=${shellQuoted(String(value))}`),
    '',
    stepText('words'),
    '',
    ...needs.map((step) => `${shellName(step)}() {\n${indented(steps[step] || ':')}\n}\n`),
    main.trim(),
    '',
  ].join('\n');
}

/** The name of a step's function: `check_licence`. */
export function shellName(step: StepName): string {
  return step.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Calls of the steps, one after another. */
export function calls(steps: readonly StepName[], indent = ''): string {
  return steps.map((step) => `${indent}${shellName(step)}`).join('\n');
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
