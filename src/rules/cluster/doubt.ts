import type { Setting } from '../../analysis/cluster/component.ts'
import type { Complaint } from '../rule.ts'

/** The complaint about a setting that nobody can tell. `what` is said of it: "Anonymous requests may be answered". */
export function doubtAbout({ place, from }: Setting, what: string): Complaint {
  const why =
    from === 'default'
      ? 'it may be set where nothing could be read'
      : 'what is written is not known before it is rendered'
  return { place, message: `${what}: ${why}.`, sure: false }
}
