import type { Component, Setting } from '../../analysis/cluster/component.ts'
import type { SettingName } from '../../analysis/cluster/settings.data.ts'
import type { Complaint } from '../rule.ts'
import { doubtAbout } from './doubt.ts'

/** What one setting of a program should be, and what is said when it is not. */
export interface SettingCheck {
  readonly name: SettingName
  readonly isRight: (setting: Setting) => boolean
  /** A whole sentence. */
  readonly fault: (setting: Setting) => string
  /** The beginning of a sentence, for when nobody can tell: "The kubelet may have an open port". */
  readonly doubt: string
}

/** What is wrong with a setting, or cannot be told. */
export function complainOf(
  component: Component,
  { name, isRight, fault, doubt }: SettingCheck,
): readonly Complaint[] {
  const setting = component.setting(name)
  if (!setting.sure) return [doubtAbout(setting, doubt)]
  return isRight(setting) ? [] : [{ place: setting.place, message: fault(setting), sure: true }]
}

/**
 * Whether a setting is left out by a file of a kubelet that stands alone and does not even name the authority of its
 * clients: a flag or an installer that nobody read may well say both, as the kubelet hardly works without.
 */
export function isLeftOut(kubelet: Component, { from }: Setting): boolean {
  const [main, ...others] = kubelet.sources
  const isAlone = main.type === 'KubeletConfiguration' && others.length === 0
  const authority = kubelet.setting('authentication.x509.clientCAFile')
  return (
    from === 'default' && isAlone && authority.from === 'default' && authority.value === undefined
  )
}
