import type { StopState } from '../../verdict/stops.ts'

/** What the state words say, worst first. */
export const STATE_MEANINGS: readonly (readonly [StopState, string])[] = [
  ['Urgent', 'something critical is open'],
  ['Exposed', 'something of severity high is open'],
  ['Attention', 'something medium is open, or not all was seen'],
  ['Clear', 'all was examined; nothing medium or worse is open'],
  ['Not examined', 'nothing is known, which is no good news'],
]
