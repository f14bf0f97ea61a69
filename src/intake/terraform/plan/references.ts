import { isList, isMapping, memberOf } from '../../../model/part.ts'

/** What the configuration of a plan refers to in an argument of a resource: the longest reference, the only one. */
export type References = (address: string, name: string) => string | undefined

/** The references of a plan's configuration, by the addresses of its resources without the keys of instances. */
export function referencesIn(plan: unknown): References {
  const found = new Map<string, unknown>()
  const root = memberOf(memberOf(plan, 'configuration'), 'root_module')
  gather(root, '', found, MAX_DEPTH)
  return (address, name) => {
    const expression = memberOf(found.get(address.replaceAll(/\[[^\]]*\]/g, '')), name)
    const references = memberOf(expression, 'references')
    const [first] = isList(references) ? references : []
    if (typeof first !== 'string') return undefined
    // `["aws_vpc.main.id", "aws_vpc.main"]` is one reference, told twice.
    const isOne = isList(references) && references.every((other) => isPart(other, first))
    return isOne ? prefixOf(address) + first : undefined
  }
}

const MAX_DEPTH = 64

function isPart(other: unknown, whole: string): boolean {
  return typeof other === 'string' && whole.startsWith(other)
}

function gather(module: unknown, prefix: string, found: Map<string, unknown>, depth: number): void {
  const resources = memberOf(module, 'resources')
  for (const resource of isList(resources) ? resources : []) {
    const address = memberOf(resource, 'address')
    if (typeof address === 'string') found.set(prefix + address, memberOf(resource, 'expressions'))
  }
  const calls = memberOf(module, 'module_calls')
  if (!isMapping(calls) || depth === 0) return
  for (const [name, call] of Object.entries(calls)) {
    gather(memberOf(call, 'module'), `${prefix}module.${name}.`, found, depth - 1)
  }
}

// `module.a["x"].module.b.` of an address in there: references count from their own module.
function prefixOf(address: string): string {
  return /^(?:module\.[^.[]+(?:\[[^\]]*\])?\.)*/.exec(address)?.[0] ?? ''
}
