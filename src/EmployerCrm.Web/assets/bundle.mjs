// Bundles the scripts of the pages into the folder given. Names of shared parts carry a hash of their content; those of the entries do not: the page
// asks for them with one.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const outdir = process.argv[2] ?? 'dist';
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: ['scripts/early.js', 'scripts/app.js', 'scripts/teams.js'],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
  minify: true,
  legalComments: 'eof',
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
