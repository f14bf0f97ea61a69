import type { Source } from '../../../model/source.ts'
import type { Scope } from '../evaluate/scope.ts'
import { referenceTo, type Unknown, type Value } from '../evaluate/value.ts'
import type { Expansion } from './expand.ts'
import type { ModuleFolder } from './folder.ts'
import { complain, type Run } from './run.ts'
import type { Section } from './section.ts'

/** A module that is called, with what its call gives it; the root module is called by nobody. */
interface Call {
  readonly section: Section
  readonly scope: Scope
}

/** An instance of a module: everything in it can be asked for, and is evaluated when it is. */
export interface Module {
  readonly folder: ModuleFolder
  /** `module.net.`, or nothing for the root. */
  readonly prefix: string
  readonly parent: Module | undefined
  readonly call: Call | undefined
  readonly run: Run
  readonly memo: Map<string, Value | undefined>
  readonly expansions: Map<Section, Expansion>
  readonly children: Map<string, Module | undefined>
  readonly scopes: Map<Source, Scope>
}

/** Evaluates once under a name; something that needs itself is a fault, and unknown. */
export function once(
  module: Module,
  name: string,
  place: { readonly source: Source; readonly start: number },
  make: () => Value | undefined,
): Value | undefined {
  const { memo, run } = module
  if (memo.has(name)) {
    const known = memo.get(name)
    if (known !== PENDING) return known
    complain(run, place.source, place.start, {
      code: 'INTAKE_HCL',
      message: `The value of ${name} depends on itself.`,
      remedy: 'Break the circle: one of its members must be given a value.',
    })
    return referenceTo(module.prefix + name)
  }
  memo.set(name, PENDING)
  const value = make()
  memo.set(name, value)
  return value
}

const PENDING: Unknown = referenceTo('')
