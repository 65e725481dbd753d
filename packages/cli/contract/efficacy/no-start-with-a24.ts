// Given to Node with --import: a platform with this defect dies before it is ready, as one with a graver defect would.
if (process.argv.join(' ').endsWith('--fault A24')) throw new Error('the platform fell over its own feet');
