import { overhead } from './overhead.ts';

// `pnpm bench`: measures every published figure on this machine and prints the table of the README.
const figures = await overhead();
const row = (cells: string[]) => `| ${cells.join(' | ')} |\n`;
process.stdout.write(row(['what', 'against', 'figure', 'aim']) + row(['---', '---', '---', '---']));
for (const { what, against, figure, aim } of figures) process.stdout.write(row([what, against, figure, aim]));
