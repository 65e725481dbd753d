import { connect, createServer } from 'node:net';

// Runs in the network of a host: forwards bytes from a socket file of this machine to a port there.
// node relay-process.ts SOCKET PORT
//   node relay-process.ts SOCKET PORT
const [file = '', port = ''] = process.argv.slice(2);
const server = createServer({ allowHalfOpen: true }, (near) => {
  const far = connect({ host: '127.0.0.1', port: Number(port), allowHalfOpen: true });
  near.pipe(far).pipe(near);
  near.on('error', () => far.destroy()).unref();
  far.on('error', () => near.destroy()).unref();
});
server.listen(file, () => process.stdout.write(`ready ${process.pid}\n`)).unref();

// The parent process holds standard input open, which alone keeps this process alive.
process.stdin.resume();
