import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import * as yaml from 'yaml'
import type { Rule } from '../../src/rules/rule.ts'
import { stopOf } from '../../src/rules/topics.ts'

const BASES = join(import.meta.dirname, 'bases')
const RULES = join(import.meta.dirname, '../../src/rules')

const casesSchema = v.array(
  v.strictObject({
    /** What is planted, or what the harmless neighbour has instead. */
    case: v.string(),
    /** A sound object of test/planted/bases, or the whole object. */
    base: v.optional(v.string()),
    object: v.optional(v.record(v.string(), v.unknown())),
    /** What differs from the base: values by path (`spec.template.spec.containers[0].image`). */
    set: v.optional(v.record(v.string(), v.unknown())),
    remove: v.optional(v.array(v.string())),
    /** Other objects that are read with it. */
    with: v.optional(v.array(v.record(v.string(), v.unknown()))),
    /** The path of the field at fault; absent for the harmless neighbour. */
    fault: v.optional(v.string()),
  }),
)

/** One object with one planted fault, or with none, and what is read beside it. */
export interface PlantedCase {
  readonly name: string
  readonly rule: Rule
  readonly object: unknown
  readonly others: readonly unknown[]
  readonly fault: string | undefined
}

/** The cases of `planted.yaml` in a rule's folder. Throws when the file is not of its shape: then a test fails. */
export function plantedCases(rule: Rule): readonly PlantedCase[] {
  const file = join(RULES, stopOf(rule), rule.id, 'planted.yaml')
  if (!existsSync(file)) return []
  const cases = v.parse(casesSchema, yaml.parse(readFileSync(file, 'utf8')))
  return cases.map(({ case: name, base, object, set = {}, remove = [], with: others, fault }) => {
    const planted = yaml.parseDocument(
      base === undefined
        ? yaml.stringify(object)
        : readFileSync(join(BASES, `${base}.yaml`), 'utf8'),
    )
    for (const [path, value] of Object.entries(set)) planted.setIn(stepsOf(path), value)
    for (const path of remove) {
      if (!planted.deleteIn(stepsOf(path)))
        throw new Error(`${file}: ${name}: no ${path} to remove`)
    }
    return { name, rule, object: planted.toJS(), others: others ?? [], fault }
  })
}

/** The names of the sound objects. */
export function baseNames(): readonly string[] {
  return readdirSync(BASES).map((file) => file.replace(/\.yaml$/, ''))
}

/** One of the sound objects. */
export function baseObject(name: string): unknown {
  return yaml.parse(readFileSync(join(BASES, `${name}.yaml`), 'utf8'))
}

// `a.b[0]["c.d/e"]`, as reports write paths.
function stepsOf(path: string): readonly (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|\["([^"]+)"\]|([^.[\]]+)/g)].map(([, index, quoted, name]) =>
    index === undefined ? (quoted ?? name ?? '') : Number(index),
  )
}
