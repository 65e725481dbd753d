// Given to Node with --import: a platform with this fault dies before it is ready, as one with a graver fault would.
if (process.argv.join(' ').endsWith('--fault A24')) throw new Error('the platform fell over its own feet');
