import { writeFileSync } from 'node:fs';

// Loaded into a process with `node --import`: leaves a file as soon as the process listens for SIGTERM. From then on no
// stop may be lost; before that, the system ends the process by itself.
process.on('newListener', (event) => {
  const file = process.env['UAT_CONTRACT_LISTENS'];
  if (event === 'SIGTERM' && file !== undefined) writeFileSync(file, '');
});
