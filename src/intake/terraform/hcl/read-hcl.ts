import type { Fault } from '../../../base/fault.ts'
import type { Source } from '../../../model/source.ts'
import { faultAt, type Trouble } from '../../yaml/yaml-fault.ts'
import { cursor, refusalOf } from './cursor.ts'
import { readFile } from './read-body.ts'
import { readExpression } from './read-expression.ts'
import { readBareTemplate } from './read-heredoc.ts'
import type { Body, TemplatePart } from './syntax.ts'

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

/** The parts of a text that is a template from `from` to its end, or undefined when it is none that can be read. */
export function readHclTemplate({ text }: Source, from = 0): readonly TemplatePart[] | undefined {
  cursor.text = text
  cursor.at = from
  cursor.depth = 0
  cursor.readExpression = readExpression
  try {
    return readBareTemplate()
  } catch (error) {
    if (refusalOf(error) === undefined) throw error
    return undefined
  } finally {
    cursor.text = ''
  }
}
