import open from 'open';

/** Opens a page in the person's browser; says where it is when there is no browser to open it in. */
export async function openInBrowser(page: string): Promise<void> {
  process.stdout.write(`  ${page}\n`);
  const child = await open(page);
  child.on('error', () =>
    process.stderr.write('  no browser to open it in here; open the file above yourself\n'),
  );
}
