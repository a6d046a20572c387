// Plain JavaScript, so that a Node too old for the rest can still say so.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 24 || (major === 24 && minor >= 18)) await import('./main.ts')
else {
  process.stderr.write(
    `Spotter needs Node 24.18 or newer, and this is ${process.versions.node}: use npm start, or node_modules/.bin/node src/start.js\n`,
  )
  process.exit(1)
}
