import type { FaultCode } from '../../base/fault-codes.data.ts'
import type { Fault } from '../../base/fault.ts'
import { positionAt, type Source } from '../../model/source.ts'

/** What is wrong at an offset of a source, before it has a name and a line. */
export interface Trouble {
  readonly code: FaultCode
  readonly offset: number
  readonly message: string
  readonly remedy: string
}

/** Gives a trouble its place in the form that people and editors read. */
export function faultAt(source: Source, trouble: Trouble): Fault {
  const { line, column } = positionAt(source, trouble.offset)
  return {
    code: trouble.code,
    at: `${source.file}:${line}:${column}`,
    message: trouble.message,
    remedy: trouble.remedy,
  }
}

/** The trouble of collections nested too deeply. */
export function tooDeep(offset: number, maxDepth: number): Trouble {
  return {
    code: 'INTAKE_TOO_DEEP',
    offset,
    message: `More than ${maxDepth} lists and mappings stand inside one another here.`,
    remedy: 'Flatten the document: no Kubernetes object needs so many levels.',
  }
}

/** The trouble of a file with too many nodes. */
export function tooMany(offset: number, maxNodes: number): Trouble {
  return {
    code: 'INTAKE_TOO_MANY',
    offset,
    message: `The file holds more than ${maxNodes} keys and values; the rest was not read.`,
    remedy: 'Split the file into smaller ones.',
  }
}

/** The trouble of aliases that multiply. */
export function tooManyAliases(offset: number): Trouble {
  return {
    code: 'INTAKE_ALIASES',
    offset,
    message:
      'The aliases of this document repeat so much that Kubernetes refuses it (an alias bomb).',
    remedy: 'Write the repeated parts out, or refer to them fewer times.',
  }
}

/** The trouble of a key that its mapping already has; the later value counts. */
export function duplicateKey(offset: number, key: string): Trouble {
  const shown = key.length > 80 ? `${key.slice(0, 80)}…` : key
  return {
    code: 'INTAKE_DUPLICATE_KEY',
    offset,
    message: `The key "${shown}" stands twice in this mapping; Kubernetes takes the last one or refuses the object.`,
    remedy: 'Keep one of the two and delete the other.',
  }
}
