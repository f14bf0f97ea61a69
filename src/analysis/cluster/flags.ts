import type { ComponentName } from '../../model/component.ts'
import { isPlaceholder } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import { factsOf } from './component.ts'
import type { Written } from './configuration.ts'
import { SETTINGS, type SettingFacts } from './settings.data.ts'

/** A word of a command, and where it is written. */
export interface Word {
  readonly text: string
  readonly place: Place
}

/** What the words of a command set, and the first word that hides what else they may set. */
export interface Flags {
  readonly written: readonly Written[]
  readonly unseen: Place | undefined
}

/** Reads the flags of a program: `--name=value`, `--name value` and `--name` alone. O(words). */
export function readFlags(component: ComponentName, words: readonly Word[]): Flags {
  const written: Written[] = []
  let unseen: Place | undefined
  for (const [index, word] of words.entries()) {
    const flag = FLAG.exec(word.text)
    if (flag === null) {
      if (isHidden(word.text) && !followsFlag(component, words[index - 1])) unseen ??= word.place
      continue
    }
    const [, name = '', value] = flag
    const text = value ?? argumentOf(component, name, words[index + 1])
    written.push(flagWritten(component, name, text, word.place))
  }
  return { written, unseen }
}

/** A setting that a flag makes. */
export function flagWritten(
  component: ComponentName,
  flag: string,
  value: unknown,
  place: Place,
): Written {
  const resolved = typeof value !== 'string' || !isHidden(value)
  return { name: settingNamed(component, flag), value, place, from: 'flag', resolved }
}

/** The flag that makes a setting, or undefined when only a file can. */
export function flagOf(component: ComponentName, setting: string): string | undefined {
  if (component === 'kubelet' || component === 'kube-proxy') return factsOf(component, setting).flag
  return setting
}

const FLAG = /^--?([A-Za-z][\w.-]*)(?:=([\s\S]*))?$/

/** Whether another program puts a value in before this one reads it: a template, a variable of the shell or of a pod. */
export function isHidden(text: string): boolean {
  return isPlaceholder(text) || /\$[({A-Za-z_]/.test(text)
}

function settingNamed(component: ComponentName, flag: string): string {
  // The programs of Kubernetes take underscores for dashes.
  const name = flag.replaceAll('_', '-')
  return FLAG_NAMES[component].get(name) ?? name
}

const FLAG_NAMES: Readonly<Record<ComponentName, ReadonlyMap<string, string>>> = {
  'kube-apiserver': new Map(),
  'kube-controller-manager': new Map(),
  'kube-scheduler': new Map(),
  etcd: new Map(),
  kubelet: namesByFlag(SETTINGS.kubelet),
  'kube-proxy': namesByFlag(SETTINGS['kube-proxy']),
}

function namesByFlag(facts: Readonly<Record<string, SettingFacts>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(facts).flatMap(([name, { flag }]) => (flag ? [[flag, name]] : [])))
}

// A switch never takes the next word for its value.
function argumentOf(component: ComponentName, flag: string, next: Word | undefined): string {
  const facts = factsOf(component, settingNamed(component, flag))
  const isSwitch = facts.default === 'true' || facts.default === 'false'
  return isSwitch || next === undefined || next.text.startsWith('-') ? 'true' : next.text
}

function followsFlag(component: ComponentName, before: Word | undefined): boolean {
  const flag = before && FLAG.exec(before.text)
  if (!flag || flag[2] !== undefined) return false
  return argumentOf(component, flag[1] ?? '', { text: 'x', place: before.place }) === 'x'
}
