import { spotOf } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { LIFT_WORDS, type WrittenLift } from './written-lifts.ts'

const PREFIX = 'portolan/lift.'

/** The annotations that lift a restriction of their object: `portolan/lift.RULE: "until=…; owner=…; reason"`. */
export function liftAnnotations(resources: readonly Resource[]): readonly WrittenLift[] {
  return resources.flatMap((resource) =>
    Object.entries(resource.annotations)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, text]) => liftOf(resource, key, text)),
  )
}

function liftOf(resource: Resource, key: string, text: string): WrittenLift {
  const { file, line, column } = spotOf(resource.at('metadata', 'annotations', key))
  const terms = new Map<string, string>()
  const reason: string[] = []
  let problem: string | undefined
  for (const part of text.split(';').map((piece) => piece.trim())) {
    const word = LIFT_WORDS.find((known) => part === known || part.startsWith(`${known}=`))
    if (word === undefined) reason.push(part)
    else if (terms.has(word)) problem = `It says "${word}" twice.`
    else terms.set(word, part.slice(word.length + 1).trim())
  }
  return {
    source: 'annotation',
    at: `${file}:${line}:${column}`,
    rule: key.slice(PREFIX.length),
    terms,
    reason: reason.join('; ').trim(),
    places: [resource.place],
    ...(problem !== undefined && { problem }),
  }
}
