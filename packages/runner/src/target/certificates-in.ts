import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { configurationError } from '@uat/core';

const block = /-----BEGIN (?:X509 )?CERTIFICATE-----[\s\S]*?-----END (?:X509 )?CERTIFICATE-----/g;

/**
 * The certificates of a PEM file, in order: a bundle holds several authorities, perhaps with text between them.
 * @param named The option or variable that names the file, for the error message.
 * @throws UatError (configuration) when the file cannot be read, holds no certificate, or a damaged one.
 */
export function certificatesIn(file: string, named: string): string[] {
  const refuse = (why: string, cause?: unknown) =>
    configurationError(`${named} ${file} is not a PEM file with a certificate: ${why}`, { cause });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error), error);
  }
  const blocks = text.match(block) ?? [];
  if (blocks.length === 0) {
    throw refuse(
      /-----BEGIN TRUSTED CERTIFICATE-----/.test(text)
        ? 'it is in a format that only OpenSSL reads; convert it with openssl x509 -in FILE -out NEW'
        : 'it has no line -----BEGIN CERTIFICATE-----',
    );
  }
  return blocks.map((pem, index) => {
    try {
      return new X509Certificate(pem).toString();
    } catch (error) {
      throw refuse(`certificate ${index + 1} of ${blocks.length} is damaged`, error);
    }
  });
}
