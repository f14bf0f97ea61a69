import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { connectionText, isEmpty } from '../../src/analysis/reach/connection-set.ts'
import { reachOf } from '../../src/analysis/reach/reach-of.ts'
import { readEstate } from '../../src/intake/read-estate.ts'

// `node tools/run.mjs test/peer/network-peer.ts FOLDER [CASE...]`: compares our answers with the lists that
// np-guard/netpol-analyzer keeps of its own test folders. FOLDER is a checkout of it. A folder that differs is compared
// again as the peer sees it, so that what differs on purpose is told apart; docs/network-differences.md says why.

/** Our lines: what is certain, and what may be. */
interface Lines {
  readonly sure: ReadonlySet<string>
  readonly maybe: ReadonlySet<string>
}

/** One way in which answers differ on purpose: how to see an estate, and lines, as the peer does. */
interface Purpose {
  readonly name: string
  readonly see: (line: string) => string | undefined
  /** What to replace in files. */
  readonly replace?: readonly [RegExp, string]
  /** Whether what only may be counts as what the peer says. */
  readonly isDoubt?: boolean
}

const same = (line: string): string => line
const PURPOSES: readonly Purpose[] = [
  {
    name: 'pods on their nodes',
    see: same,
    replace: [/("?hostNetwork"?: *)true/g, '$1false'],
  },
  {
    name: 'pods that have ended',
    see: same,
    replace: [/("?phase"?: *)"?Succeeded"?/g, '$1Running'],
  },
  { name: 'IPv6', see: (line) => (/(?:^|=> )[0-9a-f]*:[0-9a-f:]*-/.test(line) ? undefined : line) },
  {
    name: 'protocols without ports',
    see: (line) => line.replace('SCTP 1-65535,TCP 1-65535,UDP 1-65535', 'All Connections'),
  },
  {
    name: 'networks of their own',
    see: (line) => line.replaceAll(/\[(?:c?udn|nad)\]/g, ''),
    isDoubt: true,
  },
  {
    name: 'kinds of another API group',
    see: same,
    replace: [/nmstate\.io\/v1/g, 'k8s.ovn.org/v1'],
  },
]

const [folder = '.', ...wanted] = process.argv.slice(2)
const cases = readdirSync(join(folder, 'tests')).filter(
  (name) => wanted.length === 0 || wanted.includes(name),
)
const MOST_SHOWN = wanted.length > 0 ? 40 : 2
const counts = new Map<string, number>()
for (const name of cases) {
  const file = join(folder, 'test_outputs', 'connlist', `${name}_connlist_output.txt`)
  if (existsSync(file)) compare(name, linesOf(readFileSync(file, 'utf8')))
}
for (const [outcome, count] of counts) console.log(`${String(count).padStart(4)} ${outcome}`)

function compare(name: string, theirs: ReadonlySet<string>): void {
  const path = join(folder, 'tests', name)
  const ours = linesFor(path)
  const outcome = isAlike(theirs, ours, [])
    ? 'alike'
    : `differ by ${purposesOf(path, theirs) ?? 'something else'}`
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  if (outcome === 'differ by something else' || wanted.length > 0) tell(name, theirs, ours)
}

// One purpose alone, or else all of them.
function purposesOf(path: string, theirs: ReadonlySet<string>): string | undefined {
  for (const purposes of [...PURPOSES.map((purpose) => [purpose]), PURPOSES]) {
    if (isAlike(theirs, seenBy(path, purposes), purposes))
      return purposes.length > 1 ? 'several of these' : purposes[0]?.name
  }
  return undefined
}

function isAlike(theirs: ReadonlySet<string>, ours: Lines, purposes: readonly Purpose[]): boolean {
  const see = (lines: ReadonlySet<string>): ReadonlySet<string> =>
    new Set(
      [...lines].flatMap((line) => {
        const seen = purposes.reduce<string | undefined>(
          (text, purpose) => (text === undefined ? undefined : purpose.see(text)),
          line,
        )
        return seen === undefined ? [] : [seen]
      }),
    )
  const [peer, sure] = [see(theirs), see(ours.sure)]
  const isDoubt = purposes.some((purpose) => purpose.isDoubt === true)
  const pairs = new Set([...see(ours.maybe)].map(pairOf))
  return (
    [...sure].every((line) => peer.has(line)) &&
    [...peer].every((line) => sure.has(line) || (isDoubt && pairs.has(pairOf(line))))
  )
}

function pairOf(line: string): string {
  return line.split(' : ')[0] ?? ''
}

function seenBy(path: string, purposes: readonly Purpose[]): Lines {
  const changes = purposes.flatMap(({ replace }) => (replace === undefined ? [] : [replace]))
  if (changes.length === 0) return linesFor(path)
  const copy = mkdtempSync(join(tmpdir(), 'portolan-peer-'))
  cpSync(path, copy, { recursive: true })
  for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    const file = join(copy, name)
    if (!statSync(file).isFile()) continue
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      changes.reduce((changed, [from, to]) => changed.replaceAll(from, to), text),
    )
  }
  const lines = linesFor(copy)
  rmSync(copy, { recursive: true })
  return lines
}

// Secondary networks have lists of their own behind that of the network that policies are about.
function linesOf(text: string): Set<string> {
  const [own = ''] = text.split(/^Permitted connectivity analyzed in secondary/m)
  const lines = own.split('\n').filter((line) => line.includes(' => '))
  return new Set(lines.map((line) => line.replaceAll('[External]', '').trim()))
}

function linesFor(path: string): Lines {
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

function tell(name: string, theirs: ReadonlySet<string>, { sure, maybe }: Lines): void {
  const missing = [...theirs].filter((line) => !sure.has(line))
  const extra = [...sure].filter((line) => !theirs.has(line))
  const unsure = missing.filter((line) => maybe.has(line)).length
  console.log(`${name}: ${missing.length} missing (${unsure} perhaps), ${extra.length} extra`)
  for (const line of missing.slice(0, MOST_SHOWN)) console.log(`  - ${line.slice(0, 160)}`)
  for (const line of extra.slice(0, MOST_SHOWN)) console.log(`  + ${line.slice(0, 160)}`)
}
