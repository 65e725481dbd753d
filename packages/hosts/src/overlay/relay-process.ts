import { connect, createServer } from 'node:net';

// Runs in the network of a host: what comes in at a socket file of this machine goes to a port there, byte by byte.
//   node relay-process.ts SOCKET PORT
const [file = '', port = ''] = process.argv.slice(2);
const server = createServer({ allowHalfOpen: true }, (near) => {
  const far = connect({ host: '127.0.0.1', port: Number(port), allowHalfOpen: true });
  near.pipe(far).pipe(near);
  near.on('error', () => far.destroy()).unref();
  far.on('error', () => near.destroy()).unref();
});
server.listen(file, () => process.stdout.write(`ready ${process.pid}\n`)).unref();

// Whoever started it holds its input: it alone keeps this process alive.
process.stdin.resume();
