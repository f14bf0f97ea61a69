import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fail, succeed, type Result } from '../base/result.ts'
import { decodeText } from '../intake/decode-text.ts'
import { isSafe, matcherOf, type Matcher } from '../intake/ignore-rules.ts'
import { readBytes } from '../intake/read-bytes.ts'
import { matches } from '../model/wildcard.ts'
import { fileOf } from '../report/spots.ts'
import type { Finding } from '../report/told.ts'
import { repositoryRoot } from './config/find-config.ts'
import type { Config } from './config/load-config.ts'
import type { ConfigFile } from './config/schema.ts'

/** Who owns a finding by name, where somebody said so. */
export type OwnerOf = (finding: Pick<Finding, 'resource' | 'place' | 'duty'>) => string | undefined

/**
 * The owners that the configuration names, and where it names none, those of CODEOWNERS. The first entry that matches
 * decides, in CODEOWNERS the last one.
 */
export function ownersOf({ file, values }: Config, workingFolder: string): Result<OwnerOf> {
  const root = repositoryRoot(workingFolder)
  const owned = root === undefined ? succeed(NOBODY) : codeOwners(root, workingFolder)
  if (!owned.ok) return owned
  const base = file === undefined ? workingFolder : dirname(resolve(workingFolder, file))
  const entries = (values.owners ?? []).map((entry) => entryOf(entry, base, workingFolder))
  return succeed((finding) => {
    const entry = entries.find(({ isMatch }) => isMatch(finding))
    return entry?.names[finding.duty] ?? entry?.names.team ?? owned.value(finding)
  })
}

const NOBODY: OwnerOf = () => undefined

type Entry = NonNullable<ConfigFile['owners']>[number]

interface Owner {
  readonly isMatch: (finding: Parameters<OwnerOf>[0]) => boolean
  readonly names: Omit<Entry, 'match'>
}

function entryOf({ match, ...names }: Entry, base: string, workingFolder: string): Owner {
  const { namespace, kind, path } = match
  const asks = path === undefined ? undefined : matcherOf([path])
  return {
    names,
    isMatch: ({ resource, place }) => {
      const file = fileOf(place)
      return (
        (namespace === undefined || matches(namespace, resource.namespace ?? '')) &&
        (kind === undefined || matches(kind, resource.kind)) &&
        (asks === undefined || isIn(asks, below(base, resolve(workingFolder, file))))
      )
    },
  }
}

function isIn(matcher: Matcher, path: string | undefined): boolean {
  return path !== undefined && matcher(path) === 'ignored'
}

// Patterns speak about what is below the folder they belong to.
function below(folder: string, path: string): string | undefined {
  const way = relative(folder, path).replaceAll(sep, '/')
  return way === '' || way === '..' || way.startsWith('../') ? undefined : way
}

const PLACES = ['.github', '.', 'docs', '.gitlab']
const MAX_BYTES = 3 * 1024 * 1024

// Where GitHub and GitLab look, in the order of the former.
function codeOwners(root: string, workingFolder: string): Result<OwnerOf> {
  const path = PLACES.map((folder) => join(root, folder, 'CODEOWNERS')).find(existsSync)
  if (path === undefined) return succeed(NOBODY)
  const at = relative(workingFolder, path)
  const bytes = readBytes(path, at, MAX_BYTES)
  const text = bytes.ok ? decodeText(bytes.value, at) : bytes
  if (!text.ok) return fail({ ...text.fault, code: 'CONFIG' })
  const lines = text.value.split(/\r?\n/).flatMap(lineOf).toReversed()
  const known = new Map<string, string | undefined>()
  return succeed(({ place }) => {
    const file = fileOf(place)
    if (!known.has(file)) {
      const way = below(root, resolve(workingFolder, file))
      known.set(file, lines.find(({ matcher }) => isIn(matcher, way))?.owners)
    }
    return known.get(file)
  })
}

interface OwnedPattern {
  readonly matcher: Matcher
  /** Undefined for a pattern that takes its files from all owners. */
  readonly owners: string | undefined
}

// GitLab's sections group lines only; what stands behind # is a remark.
function lineOf(line: string): readonly OwnedPattern[] {
  const [pattern = '', ...owners] = line
    .replace(/(?:^|\s)#.*$/, '')
    .trim()
    .split(/\s+/)
  if (pattern === '' || /^[[^!]/.test(pattern) || !isSafe(pattern)) return []
  return [{ matcher: matcherOf([pattern]), owners: owners.join(' ') || undefined }]
}
