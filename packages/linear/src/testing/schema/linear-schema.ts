import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { schemaFromTypes } from './schema-from-types.ts';

const sdkFolder = path.resolve(path.dirname(fileURLToPath(import.meta.resolve('@linear/sdk'))), '..');

/** Version of the installed `@linear/sdk`. */
export function sdkVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(sdkFolder, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error('The manifest of @linear/sdk names no version.');
}

/** Types of webhook bodies: no query leads to them, but the SDK declares them beside the rest. */
const webhookBodies = ['EntityWebhookPayload', 'IssueSlaWebhookPayload', 'OAuthAppWebhookPayload'];

let schema: GraphQLSchema | undefined;

/**
 * Linear's GraphQL schema, derived from the declarations of the pinned `@linear/sdk` and not stored in this repository:
 * a new version of the package that breaks one of our documents fails its test.
 */
export function linearSchema(): GraphQLSchema {
  schema ??= buildSchema(schemaText(), { assumeValid: true });
  return schema;
}

/** The schema as SDL. Deriving it takes about a second, so it is cached by the package version and our own code. */
export function schemaText(): string {
  const deriving = readFileSync(path.join(import.meta.dirname, 'schema-from-types.ts'));
  const stamp = createHash('sha256').update(deriving).update(webhookBodies.join()).digest('hex').slice(0, 12);
  const name = `linear-${sdkVersion()}-${stamp}.graphql`;
  for (const folder of cacheFolders) {
    const cached = readIfThere(path.join(folder, name));
    if (cached !== undefined) return cached;
  }
  const text = schemaFromTypes(declarations(), webhookBodies);
  cacheFolders.some((folder) => wrote(folder, name, text));
  return text;
}

const cacheFolders = [
  path.resolve(import.meta.dirname, '../../../node_modules/.cache'),
  path.join(tmpdir(), `uat-linear-schema-${process.getuid?.() ?? 0}`),
];

/** The declaration file with the generated types; its name contains a hash. */
function declarations(): string {
  const dist = path.join(sdkFolder, 'dist');
  const files = readdirSync(dist)
    .filter((name) => /^index.*\.d\.mts$/.test(name))
    .map((name) => readFileSync(path.join(dist, name), 'utf8'))
    .filter((text) => /^(declare )?type Query = \{$/m.test(text));
  const [text] = files;
  if (text === undefined || files.length > 1) {
    throw new Error(
      `${files.length} declaration files of @linear/sdk ${sdkVersion()} contain the generated types, but exactly one was expected: adapt linear-schema.ts.`,
    );
  }
  return text;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Written under another name first, since other processes may read it at the same time. */
function wrote(folder: string, name: string, text: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, name);
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
    return true;
  } catch {
    return false;
  }
}
