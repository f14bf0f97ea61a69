import { dirname, relative, resolve, sep } from 'node:path'
import { matcherOf, type Matcher } from '../intake/ignore-rules.ts'
import type { Texts } from '../model/resource.ts'
import { matches } from '../model/wildcard.ts'
import type { Precious } from '../verdict/jewels.ts'
import type { Config } from './config/load-config.ts'
import type { ConfigFile } from './config/schema.ts'

/** What objects an entry of the configuration speaks of. */
export type ObjectMatch = NonNullable<ConfigFile['crownJewels']>[number]

/**
 * Whether an entry speaks of an object: it has to fit all that is given. Paths are those of .gitignore, from the folder
 * of the configuration on.
 */
export function objectMatcher(
  { namespace, kind, name, labels, path }: ObjectMatch,
  { file }: Config,
  workingFolder: string,
): (object: Precious) => boolean {
  const base = file === undefined ? workingFolder : dirname(resolve(workingFolder, file))
  const asks = path === undefined ? undefined : matcherOf([path])
  return (object) =>
    fits(namespace, object.namespace) &&
    (fits(kind, object.kind) || fits(kind, object.type)) &&
    fits(name, object.name) &&
    hasAll(labels, object.labels) &&
    (asks === undefined || isIn(asks, pathBelow(base, workingFolder, object.file)))
}

/** The same in a few words: `Secret shop/payments-*`. */
export function matchWords({ namespace, kind, name, labels = {}, path }: ObjectMatch): string {
  const whose = [namespace, name ?? (namespace === undefined ? undefined : '*')]
  const object = [kind, whose.filter((part) => part !== undefined).join('/')]
  const words = [
    ...object.filter((part) => part !== undefined && part !== ''),
    ...Object.entries(labels).map(([key, value]) => `${key}=${value}`),
    ...(path === undefined ? [] : [`in ${path}`]),
  ]
  return words.join(' ')
}

/** Whether a path below the folder that a pattern belongs to is meant by it. */
export function isIn(matcher: Matcher, path: string | undefined): boolean {
  return path !== undefined && matcher(path) === 'ignored'
}

/** The path of a file below `folder`; undefined outside of it. */
export function pathBelow(
  folder: string,
  workingFolder: string,
  file: string | undefined,
): string | undefined {
  if (file === undefined) return undefined
  const way = relative(folder, resolve(workingFolder, file)).replaceAll(sep, '/')
  return way === '' || way === '..' || way.startsWith('../') ? undefined : way
}

function fits(pattern: string | undefined, name: string | undefined): boolean {
  return pattern === undefined || matches(pattern, name ?? '')
}

function hasAll(wanted: Texts = {}, labels: Texts = {}): boolean {
  return Object.entries(wanted).every(([key, pattern]) => {
    const value = labels[key]
    return value !== undefined && matches(pattern, value)
  })
}
