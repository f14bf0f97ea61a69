import { readYaml } from '../yaml/read-yaml.ts'
import { nodesOf } from './from-document.ts'
import { inlineText } from './inline.ts'
import type { Node } from './node.ts'
import { refuse } from './refusal.ts'

/** The documents that a scalar writes out, such as a patch in a kustomization. */
export function inlineNodes(scalar: Node): readonly Node[] {
  if (scalar.kind !== 'scalar') return []
  const { source, locate } = inlineText(scalar)
  const { documents, faults } = readYaml(source)
  const [fault] = faults
  if (fault !== undefined) {
    const { message, remedy } = fault
    refuse(scalar.origin, { message: `This text is not valid: ${message}`, remedy })
  }
  return documents.map((document) => nodesOf(document, locate))
}
