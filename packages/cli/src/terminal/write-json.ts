import { writeFileSync } from 'node:fs';
import { infrastructureError, jsonText } from '@uat/core';

/**
 * Writes the data of a command to the file of `--json`; `-` is standard output.
 * @throws UatError (infrastructure) when the file cannot be written.
 */
export function writeJson(file: string, data: unknown): void {
  const text = `${jsonText(data, 2)}\n`;
  if (file === '-') {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw infrastructureError(`${file} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}
