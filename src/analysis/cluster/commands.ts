import { COMPONENT_NAMES, type ComponentName } from '../../model/component.ts'
import type { Field } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import { scalarText } from './component.ts'
import type { Word } from './flags.ts'

/** A program that a command starts, and the words behind its name. */
export interface Command {
  readonly program: string
  readonly words: readonly Word[]
}

/** Programs that hold others: their first word says which. */
const BUNDLES: ReadonlyMap<string, ComponentName> = new Map([
  ['apiserver', 'kube-apiserver'],
  ['controller-manager', 'kube-controller-manager'],
  ['scheduler', 'kube-scheduler'],
  ['proxy', 'kube-proxy'],
  ...COMPONENT_NAMES.map((name) => [name, name] as const),
])

/** The words of a list of fields; a script for a shell is taken apart at its white space. Numbers are words too. */
export function wordsIn(fields: readonly Field[]): readonly Word[] {
  return fields.flatMap(({ value, place }) => {
    const word = scalarText(value)
    if (word === undefined) return []
    if (!isScript(word)) return [{ text: word, place }]
    const parts = word.split(/\s+/).filter((part) => part !== '' && part !== '\\')
    return parts.map((text) => ({ text: text.replaceAll(/["']/g, ''), place }))
  })
}

// A word with white space in it that names a program of ours and flags is a command line of its own.
function isScript(text: string): boolean {
  return /\s/.test(text) && !text.startsWith('-') && NAMES_PROGRAM.test(text)
}

const NAMES_PROGRAM = /(?:^|[\s/])(?:kube[\w-]+|etcd|hyperkube|k3s|rke2)(?:\s|$)/

/**
 * The program of Kubernetes that `words` start, whatever stands before it (a shell, `exec`, a wrapper); undefined when
 * they start none. `others` are programs to look for beside these.
 */
export function commandIn(
  words: readonly Word[],
  others: readonly string[] = [],
): Command | undefined {
  for (const [index, { text }] of words.entries()) {
    if (text.startsWith('-')) continue
    const name = baseName(text)
    const known = COMPONENT_NAMES.find((component) => component === name)
    if (known !== undefined || others.includes(name)) {
      return { program: known ?? name, words: words.slice(index + 1) }
    }
    const bundled = name === 'hyperkube' ? BUNDLES.get(words[index + 1]?.text ?? '') : undefined
    if (bundled !== undefined) return { program: bundled, words: words.slice(index + 2) }
    // `systemctl restart kubelet` and `cp kubelet /host/bin` start none.
    if (!WRAPPERS.test(name)) return undefined
  }
  return undefined
}

const WRAPPERS =
  /^(?:(?:ba|da|a)?sh|exec|env|nice|ionice|sudo|tini|dumb-init|go-runner|kube-log-runner|\d+|set|[A-Za-z_]\w*=.*)[;:]?$/

// The last part of a path.
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The place of a field below another one. */
export function placeBelow(place: Place, ...path: Place['path']): Place {
  return { document: place.document, path: [...place.path, ...path] }
}
