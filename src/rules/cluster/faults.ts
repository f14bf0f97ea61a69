import type { Setting } from '../../analysis/cluster/component.ts'
import { groupBy } from '../../base/group.ts'
import { formatPath, type Place } from '../../model/place.ts'
import type { Complaint } from '../rule.ts'
import { doubtAbout } from './doubt.ts'

/** What is wrong with a setting of a program, or may be wrong where the setting is not sure. */
export interface Fault {
  readonly setting: Setting
  readonly reason: string
}

/** How faults are told: `what` goes before the reasons, `doubt` before why nobody can tell. */
export interface Telling {
  readonly what: string
  readonly doubt: string
}

/** The fault of a setting that is not known to be sound; none of one that is. */
export function faultUnless(setting: Setting, isSound: boolean, reason: string): readonly Fault[] {
  return setting.sure && isSound ? [] : [{ setting, reason }]
}

/** Whether a setting names anything: a file, an address, a member of a list. */
export function isGiven({ value }: Setting): boolean {
  return value !== undefined && value !== ''
}

/** One complaint about faults of one cause, at the first that is sure; a doubt where none is. */
export function complainOnce(faults: readonly Fault[], told: Telling): readonly Complaint[] {
  const sure = faults.filter(({ setting }) => setting.sure)
  const [first] = sure
  if (first !== undefined) {
    const reasons = sure.map(({ reason }) => reason).join(', ')
    return [{ place: first.setting.place, message: `${told.what}: ${reasons}.`, sure: true }]
  }
  return faults.slice(0, 1).map(({ setting }) => doubtAbout(setting, told.doubt))
}

/** A complaint for every place where something is wrong; one doubt where nothing is for sure. */
export function complainApart(faults: readonly Fault[], told: Telling): readonly Complaint[] {
  const sure = faults.filter(({ setting }) => setting.sure)
  if (sure.length === 0) return complainOnce(faults, told)
  const byPlace = groupBy(sure, ({ setting }) => keyOf(setting.place))
  return [...byPlace.values()].flatMap((same) => complainOnce(same, told))
}

function keyOf({ document: { source }, path }: Place): string {
  return `${source.file}:${formatPath(path)}`
}
