import { Ajv, type Schema, type ValidateFunction } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { matchFrom, patternOf } from '../regex/match.ts'
import { give, Trouble } from '../template/trouble.ts'
import { checkable, STEP, type Draft, type Plain } from './checkable.ts'

// Loaded when a chart with a schema is met: see LATE_FILES of the build.

/** Why values do not fit: the way to the value, and what it must be, without the value itself. */
export interface Misfit {
  readonly path: readonly string[]
  readonly words: string
}

// Far above real charts: the largest ones take some ten thousand.
const MOST_STEPS = 2_000_000

/** A schema that was made ready, and how many steps its present check may still take. */
interface Compiled {
  readonly check: ValidateFunction | undefined
  readonly left: { steps: number }
}

// Charts bring the same few charts along, with the same schemas.
const compiled = new Map<string, Compiled>()
const MOST_COMPILED = 100

/**
 * Checks values against the text of a JSON schema as Helm does: patterns as RE2 reads them. Undefined when they fit, or
 * when the schema asks for another one from the network. Throws Trouble for a schema that is none, and for one that
 * takes too long.
 */
export function misfitOf(text: string, values: Plain): Misfit | undefined {
  const { check, left } = compiledOf(text, values)
  if (check === undefined) return undefined
  left.steps = MOST_STEPS
  if (check(values)) return undefined
  const [error] = check.errors ?? []
  return error === undefined ? undefined : misfit(error)
}

function compiledOf(text: string, values: Plain): Compiled {
  const { draft, root } = checkable(parsed(text), values)
  const key = `${draft} ${JSON.stringify(root)}`
  const known = compiled.get(key)
  if (known !== undefined) return known
  const left = { steps: MOST_STEPS }
  const ready = { check: compile(checkerOf(draft), root, left), left }
  if (compiled.size >= MOST_COMPILED) compiled.clear()
  compiled.set(key, ready)
  return ready
}

function compile(ajv: Ajv, root: Schema, left: Compiled['left']): ValidateFunction | undefined {
  ajv.addKeyword({
    keyword: STEP,
    validate: () => left.steps-- > 0 || give('its schema takes too long to check'),
    errors: false,
  })
  try {
    return ajv.compile(root)
  } catch (error) {
    if (error instanceof Trouble) throw error
    // Helm fetches it; what is rendered is the same.
    if (error instanceof Ajv.MissingRefError) return undefined
    const reason = error instanceof Error ? error.message : String(error)
    return give(`its values.schema.json is no JSON schema (${reason})`)
  }
}

function parsed(text: string): Plain {
  try {
    return JSON.parse(text)
  } catch {
    return give('its values.schema.json is no JSON')
  }
}

function checkerOf(draft: Draft): Ajv {
  const options = {
    strict: false,
    meta: false,
    validateSchema: false,
    validateFormats: false,
    inlineRefs: false,
    logger: false,
    // Values are checked once: making that faster takes longer.
    code: { regExp: RE2, optimize: false },
  } as const
  if (draft === '2020') return new Ajv2020(options)
  return draft === '2019' ? new Ajv2019(options) : new Ajv(options)
}

// No pattern of a stranger may take its time.
const RE2 = Object.assign(
  (pattern: string) => ({
    test: (text: string) => matchFrom(patternOf(pattern), text, 0) !== undefined,
    // Two patterns with the same words are one to ajv.
    toString: () => pattern,
  }),
  { code: '' },
)

interface CheckError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}

function misfit({ instancePath, keyword, params, message = 'is not as it has to be' }: CheckError) {
  const path = instancePath.split('/').slice(1).map(unescaped)
  const { additionalProperty, allowedValues } = params
  if (typeof additionalProperty === 'string')
    return { path: [...path, additionalProperty], words: 'is not known to the schema' }
  const allowed = keyword === 'enum' && Array.isArray(allowedValues) ? listOf(allowedValues) : ''
  return { path, words: `${message}${allowed}` }
}

function listOf(values: readonly unknown[]): string {
  return `: ${values
    .slice(0, 10)
    .map((value) => JSON.stringify(value))
    .join(', ')}`
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}
