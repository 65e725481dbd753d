import { startInstance } from '../start-instance.ts';

// A parent that can be killed: starts an instance and reports its process id.
const [, , options = '{}'] = process.argv;
const { pid } = await startInstance(JSON.parse(options));
process.send?.(pid);
