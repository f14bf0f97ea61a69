import type { Fault } from '../../base/fault.ts'
import type { Document } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import { endFast } from './fast-reader.ts'
import { finishLayout, startLayout } from './layout-table.ts'
import { DEFAULT_YAML_LIMITS, type YamlLimits } from './limits.ts'
import { documentReader } from './read-document.ts'
import { splitDocuments } from './split-documents.ts'
import { inTemplateWords } from './template-words.ts'
import { faultAt } from './yaml-fault.ts'

/** What a file gave: its readable documents in the order of the text, and what is wrong with it. */
export interface YamlReading {
  readonly documents: readonly Document[]
  readonly faults: readonly Fault[]
}

/**
 * Splits `source` into its YAML or JSON documents and reads each as Kubernetes does (sigs.k8s.io/yaml). Documents of
 * nothing but white space and comments are dropped; a broken one becomes a fault and the others are still read. A key
 * given twice is a fault too, but its document is delivered with the last value. Integers beyond 2^53 are bigint.
 * Mappings are plain objects, so keys that look like integers come first in them: the order of the text is that of
 * `layout.keys`. O(text); never throws.
 */
export function readYaml(source: Source, limits: YamlLimits = DEFAULT_YAML_LIMITS): YamlReading {
  const { text } = source
  const roots: { readonly node: number; readonly value: unknown }[] = []
  const faults: Fault[] = []
  const read = documentReader(text, limits)
  startLayout(text.length)
  for (const stretch of splitDocuments(text)) {
    // A stretch of JSON may hold several documents.
    for (let at = stretch.start; at < stretch.end;) {
      const { node, value, end, troubles } = read(at, stretch.end)
      for (const trouble of troubles) faults.push(faultAt(source, inTemplateWords(trouble, text)))
      if (node !== -1) roots.push({ node, value })
      at = end
    }
  }
  endFast()
  const layout = finishLayout()
  return { documents: roots.map(({ node, value }) => ({ source, layout, node, value })), faults }
}
