import { CERTAINTY, type Mark } from '../../../model/making.ts'

/** How surely a node's place is known: a value of `CERTAINTY`. */
type Certainty = (typeof CERTAINTY)[keyof typeof CERTAINTY]

/**
 * A value that is still to become part of an object, with its place: where it stands, where its key stands (-1 without
 * one), how surely, and what decided it elsewhere.
 */
export interface Sketch {
  readonly mark: Mark
  readonly keyAt: number
  readonly certainty: Certainty
  readonly decider: Mark | undefined
  readonly content: Content
}

/** What a sketch holds: a scalar, members in order, or members by key in order. */
export type Content =
  | { readonly kind: 'scalar'; readonly value: unknown }
  | { readonly kind: 'list'; readonly items: readonly Sketch[] }
  | { readonly kind: 'mapping'; readonly members: ReadonlyMap<string, Sketch> }

/** A scalar that somebody reads off the place it stands at, such as a name off a label. */
export function scalarSketch(value: unknown, mark: Mark, keyAt = mark.start): Sketch {
  return {
    mark,
    keyAt,
    certainty: CERTAINTY.line,
    decider: undefined,
    content: { kind: 'scalar', value },
  }
}

/** A list that stands where `mark` says. */
export function listSketch(items: readonly Sketch[], mark: Mark, keyAt = mark.start): Sketch {
  return { ...scalarSketch(undefined, mark, keyAt), content: { kind: 'list', items } }
}

/** A mapping that stands where `mark` says. */
export function mappingSketch(
  members: Iterable<readonly [string, Sketch]>,
  mark: Mark,
  keyAt = mark.start,
): Sketch {
  const content = { kind: 'mapping', members: new Map(members) } as const
  return { ...scalarSketch(undefined, mark, keyAt), content }
}

/** The member of a mapping, or undefined. */
export function memberSketch(sketch: Sketch | undefined, key: string): Sketch | undefined {
  return sketch?.content.kind === 'mapping' ? sketch.content.members.get(key) : undefined
}

/** The text that a sketch is, or undefined when it is none. */
export function sketchText(sketch: Sketch | undefined): string | undefined {
  const value = sketch?.content.kind === 'scalar' ? sketch.content.value : undefined
  return typeof value === 'string' ? value : undefined
}
