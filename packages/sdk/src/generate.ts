import { generateTypes } from './generate-types.ts';

process.exitCode = await generateTypes(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
