import open from 'open';

/** Prints the path of a page and opens it in the default browser, if there is one. */
export async function openInBrowser(page: string): Promise<void> {
  process.stdout.write(`  ${page}\n`);
  const child = await open(page);
  child.on('error', () =>
    process.stderr.write('  no browser found to open it; open the file above yourself\n'),
  );
}
