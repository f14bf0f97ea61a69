import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../src/rules/catalogue.ts'

// Another place, for work trees that do not lie beside the shared folder.
const folder =
  process.env['PORTOLAN_REFERENCE'] ??
  fileURLToPath(new URL('../../../shared/reference', import.meta.url))
const path = join(folder, 'cloud-cluster-data.md')
const file = existsSync(path) ? path : undefined
if (file === undefined)
  console.info('Reference tests are skipped: ../shared/reference/cloud-cluster-data.md is absent.')

const decision = readFileSync(
  new URL('../../docs/decisions/0011-rows-without-rules.md', import.meta.url),
  'utf8',
)

// Sections 1 to 3: what stands in the first cell of a row, and the rules that section 3.3 names in its text. Section 2.6
// lists what a running cluster can be asked.
function rowsOf(text: string): readonly string[] {
  const from = text.indexOf('\n## 1. ')
  const files = text.slice(from, text.indexOf('\n### 2.6 '))
  const nodes = text.slice(text.indexOf('\n## 3. '), text.indexOf('\n## 4. '))
  const sections = files + nodes
  const cells = sections.split('\n').flatMap((line) => /^\| ([^|]*) \|/.exec(line)?.[1] ?? [])
  const rows = cells.flatMap((cell) => cell.split(', ')).filter((id) => ID.test(id))
  const named = [...sections.matchAll(/`(ver-[a-z-]+)`/g)].flatMap(([, id]) => id ?? [])
  return [...new Set([...rows, ...named])]
}

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/

describe.skipIf(file === undefined)('the rows of the reference on cloud and cluster', () => {
  const rows = file === undefined ? [] : rowsOf(readFileSync(file, 'utf8'))
  const rules = new Set(CATALOGUE.flatMap(({ id, formerly = [] }) => [id, ...formerly]))
  const reasons = new Set([...decision.matchAll(/^\| `([a-z0-9-]+)`/gm)].map(([, id]) => id))

  it('are read whole', () => {
    expect(rows.length).toBeGreaterThan(150)
  })

  it('are each a rule, or have their reason in writing', () => {
    expect(rows.filter((id) => !rules.has(id) && !reasons.has(id))).toEqual([])
  })

  it('have no reason that nobody needs', () => {
    const strange = [...reasons].filter((id) => id === undefined || !rows.includes(id))
    expect(strange).toEqual([])
  })
})
