import * as yaml from 'yaml'
import { refuse } from './refusal.ts'

/**
 * What every alias of a document refers to: the last anchor of its name above it, in the order of the text. Refuses an
 * alias without one.
 */
export function resolveAliases(
  contents: yaml.Node,
  base: number,
): ReadonlyMap<yaml.Alias, yaml.Node> {
  const anchors = new Map<string, yaml.Node>()
  const anchored = new Map<yaml.Alias, yaml.Node>()
  yaml.visit(contents, {
    Node(_key, node) {
      if ('anchor' in node && node.anchor !== undefined) anchors.set(node.anchor, node)
    },
    Alias(_key, alias) {
      const node = anchors.get(alias.source)
      if (node === undefined) refuseAlias(alias, base)
      else anchored.set(alias, node)
    },
  })
  return anchored
}

function refuseAlias(alias: yaml.Alias, base: number): never {
  refuse({
    code: 'INTAKE_YAML',
    offset: base + (alias.range?.[0] ?? 0),
    message: `The alias *${alias.source} refers to an anchor that is not defined above it.`,
    remedy: `Define &${alias.source} earlier in the same document, or put the text in quotes.`,
  })
}
