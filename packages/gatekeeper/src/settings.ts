import path from 'node:path';
import { configurationError, projectRoot } from '@uat/core';
import { z } from 'zod';

const text = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === '' ? undefined : value.trim()));

const environmentSchema = z.object({
  LINEAR_TOKEN: text,
  LINEAR_API_KEY: text,
  LINEAR_API_URL: text,
  LINEAR_WEBHOOK_SECRET: text,
  DATABASE_URL: text,
  GATE_DATABASE: text,
  GATE_POLICY: text,
  GATE_OWNERS: text,
  GATE_LABEL: text,
  PUBLIC_URL: text,
  HOST: text,
  PORT: text,
  OPERATOR_PASSWORD: text,
  METRICS_TOKEN: text,
  LOG_LEVEL: text,
});

/** The settings of the service, from its environment. */
export interface GateSettings {
  readonly linear: { readonly token?: string; readonly apiKey?: string; readonly apiUrl?: string };
  /** Two during a rotation. */
  readonly webhookSecrets: readonly string[];
  /** A PostgreSQL URL, or the path of a SQLite file. */
  readonly database: string;
  readonly policyFile: string;
  readonly ownersFile: string;
  /** Name of the label that marks tickets which may start. */
  readonly okLabel: string | undefined;
  readonly publicUrl: string;
  readonly host: string;
  readonly port: number;
  readonly operatorPassword: string | undefined;
  readonly metricsToken: string | undefined;
  readonly logLevel: string;
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the settings from environment variables.
 * @throws UatError (configuration) that names each variable that is missing or wrong.
 */
export function gateSettings(environment: Readonly<Record<string, string | undefined>>): GateSettings {
  const given = environmentSchema.parse(environment);
  const problems = linearProblems(given);
  const webhookSecrets = (given.LINEAR_WEBHOOK_SECRET ?? '')
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');
  if (webhookSecrets.length === 0) {
    problems.push('Copy the signing secret of the webhook into LINEAR_WEBHOOK_SECRET.');
  }
  const port = Number(given.PORT ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    problems.push(`PORT is not a port number: ${given.PORT ?? ''}`);
  const publicUrl = placesFrom(environment).publicUrl ?? `http://localhost:${port}`;
  if (!URL.canParse(publicUrl) || !/^https?:$/.test(new URL(publicUrl).protocol)) {
    problems.push(`PUBLIC_URL is not an http or https URL: ${publicUrl}`);
  }
  const logLevel = given.LOG_LEVEL ?? 'info';
  if (!levels.includes(logLevel))
    problems.push(`LOG_LEVEL must be one of ${levels.join(', ')}, not ${logLevel}.`);
  if (problems.length > 0) {
    throw configurationError(
      `The gatekeeper cannot start (docs/gatekeeper.md):\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
  return {
    linear: linearIn(given),
    webhookSecrets,
    ...placesFrom(environment),
    publicUrl,
    host: given.HOST ?? '127.0.0.1',
    port,
    operatorPassword: given.OPERATOR_PASSWORD,
    metricsToken: given.METRICS_TOKEN,
    logLevel,
  };
}

/**
 * Reads how to reach Linear, for commands that need nothing else of the service.
 * @throws UatError (configuration) without a token, or with an invalid address
 */
export function linearFrom(
  environment: Readonly<Record<string, string | undefined>>,
): GateSettings['linear'] {
  const given = environmentSchema.parse(environment);
  const problems = linearProblems(given);
  if (problems.length > 0) {
    throw configurationError(`Linear cannot be called (docs/linear.md): ${problems.join(' ')}`);
  }
  return linearIn(given);
}

type Given = z.output<typeof environmentSchema>;

function linearProblems({ LINEAR_TOKEN: token, LINEAR_API_KEY: apiKey, LINEAR_API_URL: apiUrl }: Given) {
  const problems: string[] = [];
  if ((token === undefined) === (apiKey === undefined)) {
    problems.push('Set LINEAR_TOKEN or LINEAR_API_KEY, and not both.');
  }
  if (apiUrl !== undefined && !URL.canParse(apiUrl)) problems.push(`LINEAR_API_URL is not a URL: ${apiUrl}`);
  return problems;
}

function linearIn({ LINEAR_TOKEN: token, LINEAR_API_KEY: apiKey, LINEAR_API_URL: apiUrl }: Given) {
  return {
    ...(token !== undefined && { token }),
    ...(apiKey !== undefined && { apiKey }),
    ...(apiUrl !== undefined && { apiUrl }),
  };
}

/** Where the files, the database and the service are, as far as the environment says. */
export function placesFrom(environment: Readonly<Record<string, string | undefined>>) {
  const given = environmentSchema.parse(environment);
  return {
    database: databaseFrom(environment),
    policyFile: given.GATE_POLICY ?? path.join(projectRoot, 'gate.policy.yaml'),
    ownersFile: given.GATE_OWNERS ?? path.join(projectRoot, 'owners.yaml'),
    okLabel: given.GATE_LABEL,
    publicUrl: given.PUBLIC_URL?.replace(/\/+$/, ''),
  };
}

/**
 * The configured database: DATABASE_URL, else the SQLite file GATE_DATABASE, else `gatekeeper.db` in the current
 * folder.
 */
export function databaseFrom(environment: Readonly<Record<string, string | undefined>>): string {
  return environment['DATABASE_URL'] || environment['GATE_DATABASE'] || 'gatekeeper.db';
}
