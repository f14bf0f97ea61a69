import type { Fault } from '../../base/fault.ts'
import type { Document } from '../../model/document.ts'
import { sourceAt } from '../../model/document.ts'
import type { Via } from '../../model/making.ts'
import type { Resource } from '../../model/resource.ts'
import type { Source } from '../../model/source.ts'
import { gatherObjects } from '../gather-objects.ts'
import { missed, noted, type Mishap } from '../mishap.ts'
import type { Manifest } from '../read-manifest.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { faultAt } from '../yaml/yaml-fault.ts'
import { documentsApart } from './documents-apart.ts'
import { madeLayout } from './made-layout.ts'
import { offsetIn, pieceFinder } from './piece-map.ts'
import type { Trace } from './template/trace.ts'

/** A text that was made of the file `source` and others. */
export interface MadeText {
  readonly source: Source
  readonly trace: Trace
  readonly via: Via
}

/** The documents of a made text, and what is wrong with it. */
export interface MadeDocuments {
  readonly documents: readonly Document[]
  readonly faults: readonly Fault[]
}

/** Reads a made text; its parts stand in the files that it was made of. Never throws. */
export function madeDocuments({ source, trace, via }: MadeText): MadeDocuments {
  const cut = documentsApart(trace)
  const { documents, faults } = readYaml({ file: source.file, text: cut.text })
  const placedFaults = faults.map((fault) => placed(fault, source, cut))
  const [first] = documents
  if (first === undefined) return { documents: [], faults: placedFaults }
  const { layout, making } = madeLayout(cut, first.layout, via)
  const made = documents.map(({ node, value }): Document => {
    const document = { source, layout, node, value, making }
    return { ...document, source: sourceAt(document, node) }
  })
  return { documents: made, faults: placedFaults }
}

/** The objects of a made text. Never throws. */
export function readMade(text: MadeText, maxListDepth: number): Manifest {
  const { documents, faults } = madeDocuments(text)
  const resources: Resource[] = []
  const mishaps: Mishap[] = faults.map(mishapOf)
  let ours = 0
  for (const document of documents) {
    const gathered = gatherObjects(document, maxListDepth)
    if (gathered === undefined) continue
    ours++
    for (const resource of gathered.resources) resources.push(resource)
    for (const mishap of gathered.mishaps) mishaps.push(mishap)
  }
  return { source: text.source, documents: ours, resources, mishaps }
}

function mishapOf(fault: Fault): Mishap {
  return fault.code === 'INTAKE_DUPLICATE_KEY' ? noted(fault) : missed('documents', fault)
}

// The reader tells the line in the made text; people know the line of their template only.
function placed(fault: Fault, source: Source, trace: Trace): Fault {
  const [, line = '1', column = '1'] = /:(\d+):(\d+)$/.exec(fault.at) ?? []
  const before = trace.text.split('\n', Number(line) - 1).join('\n').length
  const start = Number(line) > 1 ? before + 1 : 0
  const offset = Math.min(start + Number(column) - 1, Math.max(trace.text.length - 1, 0))
  const found = pieceFinder(trace)(offset)
  const { code, message, remedy } = fault
  if (found === undefined) return { code, at: source.file, message, remedy }
  const mark = found.piece.mark
  const words = { code, message: `What this template renders to is wrong: ${message}`, remedy }
  return faultAt(mark.source, { ...words, offset: offsetIn(found, offset) })
}
