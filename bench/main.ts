import { engine } from './engine.ts';
import type { Figure } from './figure.ts';
import { gate } from './gate.ts';
import { heldOutAuthnzFaults, heldOutEngineFaults } from './held-out-faults.ts';
import { history } from './history.ts';
import { installers } from './installers.ts';
import { overhead } from './overhead.ts';
import { scale } from './scale.ts';
import { start } from './start.ts';

// `pnpm bench [name …]` measures figures on this machine and prints them as a table.
const benches: Record<string, () => Promise<Figure[]>> = {
  engine,
  gate,
  history,
  installers,
  overhead,
  scale,
  start,
  'held-out-authnz-faults': heldOutAuthnzFaults,
  'held-out-engine-faults': heldOutEngineFaults,
};
const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench ${unknown.join(', ')}. Benches: ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |\n`;
  process.stdout.write(row(['what', 'against', 'figure', 'aim']) + row(['---', '---', '---', '---']));
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const { what, against, figure, aim } of await bench())
      process.stdout.write(row([what, against, figure, aim]));
  }
}
