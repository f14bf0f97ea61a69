import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { troubleWith, unusualFinder } from './characters.ts'
import {
  LIBRARY_DIFFERENCES,
  READER_DIFFERENCES,
  type KnownDifference,
} from './golden/known-differences.data.ts'
import { finishLayout, startLayout } from './layout-table.ts'
import { readByLibrary } from './library.ts'
import { DEFAULT_YAML_LIMITS } from './limits.ts'
import { readYaml } from './read-yaml.ts'
import { splitDocuments } from './split-documents.ts'

const CASE = v.object({
  name: v.string(),
  yaml: v.string(),
  documents: v.array(v.unknown()),
  error: v.optional(v.string()),
  duplicate: v.optional(v.boolean()),
})
type Case = v.InferOutput<typeof CASE>

/** What a reader made of a text. */
interface Outcome {
  readonly values: readonly unknown[]
  readonly codes: readonly string[]
}

const CASES = ['scalars', 'structures', 'suite'].flatMap((name) => load(name))
const BIG = v.object({ $number: v.string() })

it('reads every golden text as Kubernetes does, but for the known differences', () => {
  expect(differences(byReader)).toEqual(namesIn(READER_DIFFERENCES))
})

it('reads them by the library alone as Kubernetes does, but for the known differences', () => {
  expect(differences(byLibrary)).toEqual(namesIn(LIBRARY_DIFFERENCES))
})

it('has every golden text once, and more of them than a handful', () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length)
  expect(CASES.length).toBeGreaterThan(3000)
})

function load(name: string): readonly Case[] {
  const text = readFileSync(new URL(`golden/${name}.json`, import.meta.url), 'utf8')
  return v.parse(v.array(CASE), JSON.parse(text))
}

function namesIn(differences: readonly KnownDifference[]): readonly string[] {
  return differences.flatMap(({ cases }) => cases).sort()
}

function differences(read: (text: string) => Outcome): readonly string[] {
  return CASES.filter((golden) => !agrees(golden, read(golden.yaml)))
    .map(({ name }) => name)
    .sort()
}

function byReader(text: string): Outcome {
  const { documents, faults } = readYaml({ file: 'golden.yaml', text })
  return { values: documents.map(({ value }) => value), codes: faults.map(({ code }) => code) }
}

// The characters are checked before either reader sees them.
function byLibrary(text: string): Outcome {
  const nextUnusual = unusualFinder(text)
  const values: unknown[] = []
  const codes: string[] = []
  startLayout(0)
  for (const { start, end } of splitDocuments(text)) {
    const unusual = nextUnusual(start)
    if (unusual < end) {
      codes.push(troubleWith(text, unusual).code)
      continue
    }
    const task = { text, start, limit: end, limits: DEFAULT_YAML_LIMITS, isJson: false }
    const reading = readByLibrary(task, { lexemes: Number.POSITIVE_INFINITY })
    if (reading.node !== -1) values.push(reading.value)
    codes.push(...reading.troubles.map(({ code }) => code))
  }
  finishLayout()
  return { values, codes }
}

// Documents that are null are dropped by one and given by the other, and mean nothing to Kubernetes.
function agrees(golden: Case, { values, codes }: Outcome): boolean {
  const refusals = codes.filter((code) => code !== 'INTAKE_DUPLICATE_KEY')
  if (golden.error !== undefined) return refusals.length > 0
  if (refusals.length > 0) return false
  if (!isSame(golden.documents.filter(isWritten), values.filter(isWritten))) return false
  // Go's strict reading also counts what a merge brings as given, which no one means by giving a key twice.
  const hasMerge = golden.yaml.includes('<<')
  return hasMerge || codes.length > 0 === (golden.duplicate === true)
}

function isWritten(value: unknown): boolean {
  return value !== null
}

function isSame(expected: unknown, actual: unknown): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false
    return expected.every((item: unknown, index) => isSame(item, actual[index]))
  }
  if (v.is(BIG, expected)) return isSameNumber(expected.$number, actual)
  if (!isObject(expected)) return Object.is(expected, actual)
  if (!isObject(actual) || Object.keys(actual).length !== Object.keys(expected).length) return false
  return Object.entries(expected).every(
    ([key, value]) => Object.hasOwn(actual, key) && isSame(value, Reflect.get(actual, key)),
  )
}

function isSameNumber(digits: string, actual: unknown): boolean {
  return typeof actual === 'bigint' ? String(actual) === digits : actual === Number(digits)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
