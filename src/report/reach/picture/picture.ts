/** What passes between two ends: everything, some ports, perhaps something, nothing. */
export const PASSES = ['all', 'some', 'unclear', 'none'] as const

/** What passes between two ends. */
export type Pass = (typeof PASSES)[number]

/** One end: a workload, all that is outside, or the controller that was not read. */
export interface ToldNode {
  readonly label: string
  /** Its place in `groups`. */
  readonly group: number
  readonly isActive: boolean
}

/** Nodes that are drawn together: a namespace, what is outside, the controller. */
export interface ToldGroup {
  readonly name: string
  readonly kind: 'namespace' | 'outside' | 'controller'
  /** Places in `nodes`. */
  readonly nodes: readonly number[]
}

/** How many pairs of two groups let pass what; the rest of `pairs` lets nothing pass. */
export interface ToldStream {
  readonly from: number
  readonly to: number
  readonly pairs: number
  readonly all: number
  readonly some: number
  readonly unclear: number
}

/** One pair of nodes between which something passes or may pass, with what in words. */
export interface ToldCell {
  readonly from: number
  readonly to: number
  readonly pass: Pass
  readonly words: string
}

/** What can reach what, as it is drawn. */
export interface ToldPicture {
  readonly targets: readonly string[]
  readonly plugin: string
  readonly policies: number
  readonly workloads: number
  readonly nodes: readonly ToldNode[]
  readonly groups: readonly ToldGroup[]
  readonly streams: readonly ToldStream[]
  /** Absent where there are too many to be drawn one by one. */
  readonly cells: readonly ToldCell[] | undefined
  /** How many faults there were: what they hide may be open. */
  readonly faults: number
}

/** From this many workloads on pictures show namespaces, not workloads. */
export const MOST_DRAWN = 200

/** What passes in one direction between two groups, at its widest. */
export function passOf({ all, some, unclear, pairs }: ToldStream): Pass {
  if (all > 0 && all === pairs) return 'all'
  if (all + some > 0) return 'some'
  return unclear > 0 ? 'unclear' : 'none'
}

/** A stream in words: `all 12 pairs`, `3 of 20 pairs, 2 unclear`. */
export function streamWords({ all, some, unclear, pairs }: ToldStream): string {
  const noun = pairs === 1 ? 'pair' : 'pairs'
  if (all + some === 0) return `${unclear} of ${pairs} ${noun} unclear`
  const doubt = unclear > 0 ? `, ${unclear} unclear` : ''
  if (all === pairs) return `all ${pairs} ${noun}`
  const narrow = some > 0 ? `, ${some} on some ports` : ''
  return `${all + some} of ${pairs} ${noun}${narrow}${doubt}`
}

/** The head of every picture in one line. */
export function headWords({ workloads, policies, plugin, faults }: ToldPicture): string {
  const told = [
    `${workloads} ${workloads === 1 ? 'workload' : 'workloads'}`,
    `${policies} ${policies === 1 ? 'policy' : 'policies'}`,
    `network plugin ${plugin}`,
    ...(faults > 0 ? [`${faults} not examined: what they hide may be open`] : []),
  ]
  return told.join(' · ')
}

/** What an edge says of what passes; nothing where everything does. */
export function edgeLabel(pass: Pass, words: string): string {
  if (words === '' || (pass === 'all' && words === 'All Connections')) return ''
  return pass === 'unclear' ? `? ${words}` : words
}
