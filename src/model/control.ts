import type { FrameworkId } from './framework.ts'
import type { Stop } from './itinerary.ts'

/** One demand of a framework, or one way of attack that it lists. */
export interface Control {
  /** As the framework numbers it. */
  readonly id: string
  /** In our own words. */
  readonly title: string
  /** Its own page, or the framework's. */
  readonly url: string
  /** The stops where it is decided whether it is met. */
  readonly scope: readonly Stop[]
}

/** A framework in one edition, with everything it demands, so that what no rule looks at can be told. */
export interface Framework {
  readonly id: FrameworkId
  /** Name and edition, as references are titled. */
  readonly title: string
  readonly edition: string
  readonly url: string
  /** The day it was read (ISO 8601). */
  readonly read: string
  readonly sections: readonly Section[]
}

/** Controls that belong to the same stops, by id; each is a title, or a title and a page of its own. */
interface Section {
  readonly scope: readonly Stop[]
  /** The page of all of them, where the framework has one for this part. */
  readonly url?: string
  readonly controls: Readonly<Record<string, string | readonly [title: string, url: string]>>
}
