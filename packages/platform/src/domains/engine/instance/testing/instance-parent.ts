import { startInstance } from '../start-instance.ts';

// A parent that can be killed: starts the instance it is told to and says its process id.
const [, , options = '{}'] = process.argv;
const { pid } = await startInstance(JSON.parse(options));
process.send?.(pid);
