import type { Persona, Severity } from '../../model/itinerary.ts'
import type { StopState } from '../../verdict/stops.ts'

/** One printable page for one persona: the itinerary, what matters most to them, what they type, whose move it is. */
export interface Poster {
  /** Name and version for people. */
  readonly tool: string
  readonly persona: Persona
  /** What this persona wants to know. */
  readonly question: string
  readonly legs: readonly Leg[]
  /** The persona's topics, nearest first: the numbers of the restrictions, then the names of those not told here. */
  readonly nearness: readonly { readonly title: string; readonly topics: readonly string[] }[]
  readonly restrictions: readonly Restriction[]
  readonly commands: readonly PosterCommand[]
  readonly moves: readonly Move[]
  /** What was judged; undefined for a poster that is about no estate in particular. */
  readonly estate: PosterEstate | undefined
}

/** A stop on the chart. */
export interface Leg {
  readonly number: number
  readonly title: string
  /** How near its nearest topic is to the persona; undefined while it has no topic. */
  readonly affinity: 0 | 1 | 2 | 3 | undefined
  readonly standing: Standing | undefined
  /** How many findings are open, and who has most of them; undefined when none is or nothing is known. */
  readonly sounding: string | undefined
}

/** How a stop or topic stands in the estate: a state and what it is made of, in words. */
export interface Standing {
  readonly state: StopState
  readonly words: string
}

/** A restriction: what to apply, what that restricts, how to lift it. Texts are one sentence each, code in backticks. */
export interface Restriction {
  readonly topic: string
  readonly title: string
  /** The worst that is found where it is missing. */
  readonly severity: Severity
  readonly standing: Standing | undefined
  /** Why it matters to the boss and the user, how it is used for the analyst; the others are told what to do at once. */
  readonly lead: string | undefined
  readonly apply: string
  readonly restricts: string
  readonly lift: string
  /** Who answers for it. */
  readonly owner: string
  /** What tells or does more. */
  readonly command: string
}

/** A command this persona uses. */
export interface PosterCommand {
  readonly line: string
  readonly tells: string
}

/** What one of those who share the work has to do. */
export interface Move {
  readonly party: string
  readonly what: string
}

/** The estate a poster tells of. */
export interface PosterEstate {
  readonly state: StopState
  /** What was judged, when, by what: the parts of one line. */
  readonly facts: readonly string[]
  /** What is open, in words. */
  readonly open: readonly string[]
  /** Why the whole may be worse than it is told; undefined when all of it was examined. */
  readonly gap: string | undefined
  readonly first: readonly FirstAction[]
}

/** One of the things to do first. */
export interface FirstAction {
  readonly title: string
  readonly severity: Severity
  readonly closes: number
  readonly owner: string
  readonly command: string
}
