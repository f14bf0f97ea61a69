import { CERTAINTY } from '../../model/making.ts'
import type { Source } from '../../model/source.ts'
import { verbatimIn, type Locator } from './from-document.ts'
import type { Origin, ScalarNode } from './node.ts'

/** A text that stands inside another file, such as a patch that a kustomization writes out, and where its parts are. */
export interface InlineText {
  readonly source: Source
  readonly locate: Locator
}

/** The content of a scalar as a text of its own. In literal blocks every character has its place, else all have one. */
export function inlineText({ text, origin }: ScalarNode): InlineText {
  const source = { file: origin.source.file, text }
  const starts = lineStarts(text, origin)
  if (starts === undefined) return { source, locate: wholly(origin) }
  const place = placer(text, starts)
  const locate = verbatimIn(origin.source)
  return {
    source,
    locate: (key, start, end, node) =>
      locate(key === -1 ? -1 : place(key), place(start), place(end), node),
  }
}

function wholly(origin: Origin): Locator {
  return (key) => ({
    ...origin,
    key: key === -1 ? -1 : origin.start,
    certainty: CERTAINTY.line,
    decider: undefined,
  })
}

// Where each line of the text begins in the file, or undefined when the scalar is no literal block.
function lineStarts(text: string, { source, start, end }: Origin): readonly number[] | undefined {
  const written = source.text.slice(start, end)
  if (!written.startsWith('|')) return undefined
  const lines = text.split('\n')
  const starts: number[] = []
  let at = written.indexOf('\n') + 1
  for (const line of lines) {
    const stop = written.indexOf('\n', at)
    const whole = written.slice(at, stop === -1 ? undefined : stop).replace(/\r$/, '')
    if (!whole.endsWith(line)) return undefined
    starts.push(start + at + whole.length - line.length)
    at = stop === -1 ? written.length : stop + 1
  }
  return starts
}

function placer(text: string, starts: readonly number[]): (offset: number) => number {
  const own = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) own.push(at + 1)
  return (offset) => {
    let low = 0
    let high = own.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((own[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return (starts[low] ?? 0) + offset - (own[low] ?? 0)
  }
}
