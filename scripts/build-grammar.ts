import { readFile, writeFile } from 'node:fs/promises'
import peggy from 'peggy'

const folder = new URL('../src/domain/plan/', import.meta.url)

/** The parser of the plan's lines as JavaScript, always the same bytes for the same grammar. */
export async function generateParser(): Promise<string> {
  const grammar = await readFile(new URL('plan.peggy', folder), 'utf8')
  return peggy.generate(grammar, { output: 'source', format: 'es', allowedStartRules: ['Line'] })
}

if (import.meta.main) await writeFile(new URL('plan.generated.js', folder), await generateParser())
