import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { connectionText, isEmpty } from '../../src/analysis/reach/connection-set.ts'
import { reachOf } from '../../src/analysis/reach/reach-of.ts'
import { readEstate } from '../../src/intake/read-estate.ts'

// `node tools/run.mjs test/peer/network-peer.ts FOLDER [CASE...]`: compares our answers with the lists that
// np-guard/netpol-analyzer keeps of its own test folders. FOLDER is a checkout of it. What differs on purpose stands in
// docs/network-differences.md.

const [folder = '.', ...wanted] = process.argv.slice(2)
const cases = readdirSync(join(folder, 'tests')).filter(
  (name) => wanted.length === 0 || wanted.includes(name),
)
let [equal, different] = [0, 0]
for (const name of cases) {
  const file = join(folder, 'test_outputs', 'connlist', `${name}_connlist_output.txt`)
  if (!existsSync(file)) continue
  const theirs = linesOf(readFileSync(file, 'utf8'))
  const ours = linesFor(join(folder, 'tests', name))
  const missing = [...theirs].filter((line) => !ours.sure.has(line))
  const extra = [...ours.sure].filter((line) => !theirs.has(line))
  if (missing.length + extra.length === 0) equal++
  else different++
  if (missing.length + extra.length > 0) tell(name, { missing, extra, perhaps: ours.maybe })
}
console.log(`${equal} of ${equal + different} folders alike`)

function linesOf(text: string): Set<string> {
  const lines = text.split('\n').filter((line) => line.includes(' => '))
  return new Set(lines.map((line) => line.replaceAll('[External]', '').trim()))
}

function linesFor(path: string): { readonly sure: Set<string>; readonly maybe: Set<string> } {
  const { scene } = readEstate({
    targets: [resolve(path)],
    workingFolder: process.cwd(),
    skipPaths: [],
    readStdin: () => new Uint8Array(),
    kubernetes: { major: 1, minor: 37 },
    offering: undefined,
    today: '2026-11-25',
  })
  const [sure, maybe] = [new Set<string>(), new Set<string>()]
  for (const pair of reachOf(scene).pairs()) {
    const line = `${pair.from.id} => ${pair.to.id} : `
    if (!isEmpty(pair.open)) sure.add(line + connectionText(pair.open))
    if (!isEmpty(pair.maybe)) maybe.add(line + connectionText(pair.maybe))
  }
  return { sure, maybe }
}

interface Difference {
  readonly missing: readonly string[]
  readonly extra: readonly string[]
  readonly perhaps: ReadonlySet<string>
}

const MOST_SHOWN = wanted.length > 0 ? 40 : 2

function tell(name: string, { missing, extra, perhaps }: Difference): void {
  const unsure = missing.filter((line) => perhaps.has(line)).length
  console.log(`${name}: ${missing.length} missing (${unsure} perhaps), ${extra.length} extra`)
  for (const line of missing.slice(0, MOST_SHOWN)) console.log(`  - ${line.slice(0, 160)}`)
  for (const line of extra.slice(0, MOST_SHOWN)) console.log(`  + ${line.slice(0, 160)}`)
}
