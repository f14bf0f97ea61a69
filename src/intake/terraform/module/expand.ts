import { within, type Scope } from '../evaluate/scope.ts'
import {
  isUnknown,
  isMap,
  isTuple,
  numberOf,
  referenceTo,
  sortedMap,
  textOf,
  type Value,
} from '../evaluate/value.ts'
import { complain, type Run } from './run.ts'
import { attributeIn, type Section } from './section.ts'

/** One of the instances of a block: its key as addresses have it (`[0]`, `["a"]`, `[*]` for all that nobody can count). */
interface Instance {
  readonly suffix: string
  readonly key: string | number | undefined
  readonly scope: Scope
}

/** How many instances there are, and by what they are told apart. */
export interface Expansion {
  readonly by: 'nothing' | 'count' | 'forEach' | 'unknown'
  readonly instances: readonly Instance[]
}

// Far above what people write by hand; a million would only fill the memory.
const MAX_INSTANCES = 1_000
const MAX_ALL_INSTANCES = 50_000

/** The instances of a block by its `count` or `for_each`; `scopeIn` gives the scope of a file. */
export function expand(
  section: Section,
  run: Run,
  scopeIn: (section: Section) => Scope,
): Expansion {
  const scope = scopeIn(section)
  const count = attributeIn(section, 'count')
  const each = attributeIn(section, 'for_each')
  const asked = count ?? each
  if (asked === undefined)
    return { by: 'nothing', instances: [{ suffix: '', key: undefined, scope }] }
  const value = scope.evaluate(asked.attribute.value, { ...scope, source: asked.source })
  const expansion = count === undefined ? byEach(value, scope) : byCount(value, scope)
  const size = expansion?.instances.length ?? 1
  if (expansion === undefined) return uncounted(scope)
  run.instances += size
  if (size <= MAX_INSTANCES && run.instances <= MAX_ALL_INSTANCES) return expansion
  complain(run, asked.source, asked.attribute.start, {
    code: 'INTAKE_TOO_MANY',
    message: `This makes more than ${MAX_INSTANCES} instances, so they were examined as one.`,
    remedy: 'Make fewer of them, or give a smaller number for the scan.',
  })
  return uncounted(scope)
}

// Something of which nobody can tell whether it is there, and how often.
function uncounted(scope: Scope): Expansion {
  const names = new Map<string, Value>([
    ['each', referenceTo('each')],
    ['count', referenceTo('count')],
  ])
  return {
    by: 'unknown',
    instances: [{ suffix: '[*]', key: undefined, scope: within(scope, names) }],
  }
}

function byCount(value: Value, scope: Scope): Expansion | undefined {
  const count = isUnknown(value) ? undefined : numberOf(value)
  if (count === undefined || count < 0) return undefined
  // Only as many as are refused: nobody makes a million of anything here.
  const length = Math.min(Math.ceil(count), MAX_INSTANCES + 1)
  const instances = Array.from({ length }, (_, index) => ({
    suffix: `[${index}]`,
    key: index,
    scope: within(scope, new Map([['count', new Map([['index', index]])]])),
  }))
  return { by: 'count', instances }
}

function byEach(value: Value, scope: Scope): Expansion | undefined {
  const entries = entriesOf(value)
  if (entries === undefined) return undefined
  const instances = entries.slice(0, MAX_INSTANCES + 1).map(([key, member]) => ({
    suffix: `[${JSON.stringify(key)}]`,
    key,
    scope: within(
      scope,
      new Map([
        [
          'each',
          new Map([
            ['key', key],
            ['value', member],
          ]),
        ],
      ]),
    ),
  }))
  return { by: 'forEach', instances }
}

/** The keys and values that `for_each` goes over; undefined when nobody can tell them. */
export function entriesOf(value: Value): readonly (readonly [string, Value])[] | undefined {
  if (isMap(value)) return [...sortedMap(value)]
  if (!isTuple(value)) return undefined
  const keys = value.map((item) => textOf(item))
  if (!keys.every((key) => key !== undefined)) return undefined
  return [...new Set(keys)].map((key) => [key, key])
}
