import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fail, succeed, type Result } from '../base/result.ts'
import { decodeText } from '../intake/decode-text.ts'
import { isSafe, matcherOf, type Matcher } from '../intake/ignore-rules.ts'
import { readBytes } from '../intake/read-bytes.ts'
import { homeNamespace } from '../model/resource.ts'
import { fileOf } from '../report/spots.ts'
import type { Finding } from '../report/told.ts'
import { repositoryRoot } from './config/find-config.ts'
import type { Config } from './config/load-config.ts'
import type { ConfigFile } from './config/schema.ts'
import { isIn, objectMatcher, pathBelow } from './object-match.ts'

/** Who owns a finding by name, where somebody said so. */
export type OwnerOf = (finding: Pick<Finding, 'resource' | 'place' | 'duty'>) => string | undefined

/**
 * The owners that the configuration names, and where it names none, those of CODEOWNERS. The first entry that matches
 * decides, in CODEOWNERS the last one.
 */
export function ownersOf(config: Config, workingFolder: string): Result<OwnerOf> {
  const root = repositoryRoot(workingFolder)
  const owned = root === undefined ? succeed(NOBODY) : codeOwners(root, workingFolder)
  if (!owned.ok) return owned
  const entries = (config.values.owners ?? []).map((entry) => entryOf(entry, config, workingFolder))
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

function entryOf({ match, ...names }: Entry, config: Config, workingFolder: string): Owner {
  const isMatch = objectMatcher(match, config, workingFolder)
  return {
    names,
    isMatch: ({ resource, place }) =>
      isMatch({
        ...resource,
        namespace: homeNamespace(resource),
        file: fileOf(place),
        ...('labels' in resource && { labels: resource.labels }),
      }),
  }
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
      const way = pathBelow(root, workingFolder, file)
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
