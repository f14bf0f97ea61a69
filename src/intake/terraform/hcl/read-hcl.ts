import type { Fault } from '../../../base/fault.ts'
import type { Source } from '../../../model/source.ts'
import { faultAt, type Trouble } from '../../yaml/yaml-fault.ts'
import { cursor } from './cursor.ts'
import { readFile } from './read-body.ts'
import { readExpression } from './read-expression.ts'
import type { Body } from './syntax.ts'

/** What a file gave: all that could be read of it, and what could not. */
export interface HclReading {
  readonly body: Body
  readonly faults: readonly Fault[]
}

/**
 * Reads a file of HCL's native syntax: offsets are UTF-16 units of the source's text. A broken block becomes a fault and
 * the others are read. O(text); throws nothing.
 */
export function readHcl(source: Source): HclReading {
  const troubles: Trouble[] = []
  cursor.text = source.text
  cursor.at = 0
  cursor.readExpression = readExpression
  const body = readFile(troubles)
  // The text would else stay in memory until the next one.
  cursor.text = ''
  return { body, faults: troubles.map((trouble) => faultAt(source, trouble)) }
}
