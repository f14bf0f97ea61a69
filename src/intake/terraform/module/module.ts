import { relative, sep } from 'node:path'
import type { Source } from '../../../model/source.ts'
import { convert, typeOf } from '../evaluate/convert.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { Found, Origin, Scope } from '../evaluate/scope.ts'
import { payFor } from '../evaluate/size.ts'
import { isUnknown, referenceTo, truthOf, type Value } from '../evaluate/value.ts'
import { calledFolder } from './called-folder.ts'
import { expand, type Expansion } from './expand.ts'
import { nameOf } from './folder.ts'
import { once, type Module } from './memo.ts'
import type { Run } from './run.ts'
import { attributeIn, labelOf, type PlacedAttribute, type Section } from './section.ts'

/** The root module of a run. */
export function rootModule(run: Run): Module {
  return moduleOf(run, { folder: run.root, prefix: '', parent: undefined, call: undefined })
}

function moduleOf(run: Run, own: Pick<Module, 'folder' | 'prefix' | 'parent' | 'call'>): Module {
  return {
    ...own,
    run,
    memo: new Map(),
    expansions: new Map(),
    children: new Map(),
    scopes: new Map(),
  }
}

/** What names mean in a file of the module, outside of all blocks with names of their own. */
export function scopeIn(module: Module, source: Source): Scope {
  const known = module.scopes.get(source)
  if (known !== undefined) return known
  const scope: Scope = {
    source,
    lookUp: (name, rest) => lookUp(module, name, rest),
    readFile: module.run.readFile,
    budget: module.run.budget,
    evaluate,
    item: undefined,
  }
  module.scopes.set(source, scope)
  return scope
}

function lookUp(module: Module, name: string, rest: readonly string[]): Found | undefined {
  const [first = '', second = ''] = rest
  switch (name) {
    case 'var':
      return variable(module, first)
    case 'local':
      return local(module, first)
    case 'module':
      return found(1, childrenValue(module, first))
    case 'path':
      return found(1, pathValue(module, first))
    case 'resource':
    case 'data':
    case 'ephemeral':
      return found(2, resourceValue(module, name, first, second))
    case 'terraform':
    case 'tofu':
      return { taken: 1, value: referenceTo(`${name}.${first}`) }
    default:
      return found(1, resourceValue(module, 'resource', name, first))
  }
}

function found(taken: number, value: Value | undefined): Found | undefined {
  return value === undefined ? undefined : { taken, value }
}

function variable(module: Module, name: string): Found | undefined {
  const section = sectionNamed(module, 'variable', name)
  if (section === undefined) return undefined
  const origin = variableOrigin(module, section, name)
  const place = { source: section.source, start: section.block.start }
  const value = once(module, `var.${name}`, place, () => variableValue(module, section, origin))
  return {
    taken: 1,
    value: value === undefined ? referenceTo(`${module.prefix}var.${name}`) : value,
    origin,
  }
}

// What gives a variable its value: the call, a file of variables, the default.
function variableOrigin(module: Module, section: Section, name: string): Origin | undefined {
  const { call } = module
  const argument = call === undefined ? undefined : attributeIn(call.section, name)
  if (call !== undefined && argument !== undefined) {
    return { of: argument.attribute.value, scope: { ...call.scope, source: argument.source } }
  }
  const given = call === undefined ? module.folder.values.get(name) : undefined
  return originOf(module, given ?? attributeIn(section, 'default'))
}

function originOf(module: Module, placed: PlacedAttribute | undefined): Origin | undefined {
  return placed && { of: placed.attribute.value, scope: scopeIn(module, placed.source) }
}

function variableValue(module: Module, section: Section, origin: Origin | undefined): Value {
  const unknown = referenceTo(`${module.prefix}var.${labelOf(section, 0)}`)
  // What its author calls a secret is treated like what nobody can tell: so it is never shown.
  if (origin === undefined || isSaid(module, section, 'sensitive')) return unknown
  const given = evaluate(origin.of, origin.scope)
  const isDefaulted = given === null && isDenied(module, section, 'nullable')
  const fallback = isDefaulted ? originOf(module, attributeIn(section, 'default')) : undefined
  const value = fallback === undefined ? given : evaluate(fallback.of, fallback.scope)
  payFor(value, module.run.budget)
  const type = typeOf(attributeIn(section, 'type')?.attribute.value)
  const scope = scopeIn(module, section.source)
  const converted = convert(value, type, (of) => evaluate(of, scope))
  return isUnknown(converted) && converted.isInvalid ? unknown : converted
}

// Whether an argument that is true or false is written and true, or may be.
function isSaid(module: Module, section: Section, name: string): boolean {
  const value = valueIn(module, section, name)
  return value !== undefined && (isUnknown(value) || truthOf(value) !== false)
}

function isDenied(module: Module, section: Section, name: string): boolean {
  const value = valueIn(module, section, name)
  return value !== undefined && !isUnknown(value) && truthOf(value) === false
}

function valueIn(module: Module, section: Section, name: string): Value | undefined {
  const origin = originOf(module, attributeIn(section, name))
  return origin && evaluate(origin.of, origin.scope)
}

function local(module: Module, name: string): Found | undefined {
  const placed = module.folder.locals.get(name)
  const origin = originOf(module, placed)
  if (placed === undefined || origin === undefined) return undefined
  const place = { source: placed.source, start: placed.attribute.start }
  const value = once(module, `local.${name}`, place, () => evaluate(origin.of, origin.scope))
  return value === undefined ? undefined : { taken: 1, value, origin }
}

function pathValue({ folder, run }: Module, name: string): Value {
  const way = relative(run.root.path, folder.path).split(sep).join('/')
  if (name === 'module') return way === '' ? '.' : way
  return name === 'root' ? '.' : referenceTo(`path.${name}`)
}

/** The instances of a resource, data source or module call. */
export function expansionOf(module: Module, section: Section): Expansion {
  const known = module.expansions.get(section)
  if (known !== undefined) return known
  const expansion = expand(section, module.run, ({ source }) => scopeIn(module, source))
  module.expansions.set(section, expansion)
  return expansion
}

function resourceValue(
  module: Module,
  mode: string,
  type: string,
  name: string,
): Value | undefined {
  const section = module.folder.named.get(nameOf(mode, type, name))
  if (section === undefined) return undefined
  const address = `${mode === 'resource' ? '' : `${mode}.`}${type}.${name}`
  const place = { source: section.source, start: section.block.start }
  return once(module, address, place, () =>
    valueOfAll(expansionOf(module, section), (suffix, scope) =>
      referenceTo(module.prefix + address + suffix, (attribute) =>
        writtenValue(module, attributeIn(section, attribute), address + suffix, scope),
      ),
    ),
  )
}

// What is written is known; null means that the provider decides, like all that is not written.
function writtenValue(
  module: Module,
  placed: PlacedAttribute | undefined,
  address: string,
  scope: Scope,
): Value | undefined {
  if (placed === undefined) return undefined
  const { attribute, source } = placed
  const value = once(
    module,
    `${address}.${attribute.name}`,
    { source, start: attribute.start },
    () => evaluate(attribute.value, { ...scope, source }),
  )
  return value ?? undefined
}

/** The value of all instances together, as an expression sees them. */
function valueOfAll(
  { by, instances }: Expansion,
  make: (suffix: string, scope: Scope) => Value,
): Value {
  const values = instances.map(({ suffix, scope }) => make(suffix, scope))
  switch (by) {
    case 'nothing':
    case 'unknown':
      return values[0] ?? null
    case 'count':
      return values
    case 'forEach':
      return new Map(instances.map(({ key }, index) => [String(key), values[index] ?? null]))
  }
}

function childrenValue(module: Module, name: string): Value | undefined {
  const section = sectionNamed(module, 'module', name)
  if (section === undefined) return undefined
  const address = `module.${name}`
  const place = { source: section.source, start: section.block.start }
  return once(module, address, place, () =>
    valueOfAll(expansionOf(module, section), (suffix, scope) => {
      const child = childOf(module, section, suffix, scope)
      const reference = module.prefix + address + suffix
      return referenceTo(reference, child && ((output) => outputValue(child, output, reference)))
    }),
  )
}

function outputValue(module: Module, name: string, reference: string): Value | undefined {
  const section = sectionNamed(module, 'output', name)
  const origin = section && originOf(module, attributeIn(section, 'value'))
  if (section === undefined || origin === undefined) return undefined
  if (isSaid(module, section, 'sensitive')) return referenceTo(`${reference}.${name}`)
  const place = { source: section.source, start: section.block.start }
  return once(module, `output.${name}`, place, () => evaluate(origin.of, origin.scope))
}

function sectionNamed(module: Module, type: string, name: string): Section | undefined {
  return module.folder.named.get(nameOf(type, name))
}

/** The module that a call leads to, or undefined (and a fault) when it was not read. */
export function childOf(
  module: Module,
  section: Section,
  suffix: string,
  scope: Scope,
): Module | undefined {
  const key = `${labelOf(section, 0)}${suffix}`
  if (module.children.has(key)) return module.children.get(key)
  const folder = calledFolder(module, section)
  const child =
    folder &&
    moduleOf(module.run, {
      folder,
      prefix: `${module.prefix}module.${key}.`,
      parent: module,
      call: { section, scope },
    })
  module.children.set(key, child)
  return child
}
