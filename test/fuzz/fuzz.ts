import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readYaml } from '../../src/intake/yaml/read-yaml.ts'
import { isMapping } from '../../src/model/part.ts'
import { resourceOf, type Resource } from '../../src/model/resource.ts'
import { createScene } from '../../src/model/scene.ts'
import type { Source } from '../../src/model/source.ts'
import { NEWEST_KUBERNETES } from '../../src/model/version.ts'
import { CATALOGUE } from '../../src/rules/catalogue.ts'
import { judgeSurvey } from '../../src/verdict/verdict.ts'
import { mutate, randomFrom } from './mutate.ts'

// `npm run fuzz [MINUTES] [SEED]`: mutated manifests go through reader, rules and verdict until the time is up or a
// million documents are through. What crashes, hangs or looks clean without being read is written to FAILURES.

const DOCUMENTS = 1_000_000
// The promise is one second for a megabyte. Small texts get a floor that a busy machine keeps.
const MS_PER_BYTE = 1000 / 1_000_000
const FLOOR_MS = 250
const FAILURES = 'node_modules/.cache/portolan/fuzz'

const minutes = Number(process.argv[2] ?? 10)
const seed = Number(process.argv[3] ?? 1)
const random = randomFrom(seed)
const seeds = readSeeds()
const end = Date.now() + minutes * 60_000
let documents = 0
let failures = 0

for (let round = 0; documents < DOCUMENTS && Date.now() < end; round++) {
  const text = mutate(seeds, random)
  const failure = tryOut({ file: 'fuzz.yaml', text })
  if (failure !== undefined) keep(text, failure)
}
console.log(`${documents} documents, seed ${seed}: ${failures} failures`)
if (failures > 0) process.exitCode = 1

function tryOut(source: Source): string | undefined {
  const started = performance.now()
  try {
    const reading = readYaml(source)
    const resources = reading.documents.filter(({ value }) => isObject(value)).map(resourceOf)
    judge(resources)
    documents += Math.max(1, reading.documents.length)
    if (reading.documents.length + reading.faults.length === 0 && saysSomething(source.text)) {
      return 'nothing was read and nothing was said'
    }
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  const spent = performance.now() - started
  const allowed = FLOOR_MS + source.text.length * MS_PER_BYTE
  return spent > allowed
    ? `took ${spent.toFixed(0)} ms for ${source.text.length} characters`
    : undefined
}

function judge(resources: readonly Resource[]): void {
  const scene = createScene(resources, {
    kubernetes: NEWEST_KUBERNETES,
    offering: 'none',
    today: '2026-11-24',
  })
  judgeSurvey({ scene, coverage: [], faults: [] }, CATALOGUE)
}

function isObject(value: unknown): boolean {
  return (
    isMapping(value) && typeof value['kind'] === 'string' && typeof value['apiVersion'] === 'string'
  )
}

// Comments, directives, markers and white space hold nothing.
function saysSomething(text: string): boolean {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n]/)
    .some((line) => !/^\s*(#.*)?$|^(---|\.\.\.)(\s+#.*|\s*)$|^%/.test(line))
}

function keep(text: string, why: string): void {
  failures++
  mkdirSync(FAILURES, { recursive: true })
  const file = join(FAILURES, `${failures}.yaml`)
  writeFileSync(file, text)
  console.log(`${file}: ${why}`)
}

function readSeeds(): readonly string[] {
  return ['examples', 'src/rules'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ya?ml|json)$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  )
}
