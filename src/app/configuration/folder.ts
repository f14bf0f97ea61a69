import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { resourceKey, resourceOf, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import {
  commentLines,
  CONFIGURATION_MARK,
  configurationText,
  deletionOf,
  manifestText,
  reasonsOf,
  remainderTexts,
  type Library,
} from './configuration-text.ts'
import type { Configuration } from './configure.ts'
import type { Chapter } from './draft.ts'

/** A file of a configuration, by its path below the folder. */
export interface ConfigurationFile {
  readonly path: string
  readonly text: string
  /** How many objects it holds, or takes away. */
  readonly objects: number
}

/** One object, with the chapter that tells of it. */
interface Entry {
  readonly topic: string
  readonly chapter: Chapter
  readonly resource: Resource
  readonly text: string
}

/**
 * A configuration as files: what is new by topic in `new/`, objects that replace one of the estate by namespace in
 * `changed/`, files that programs read under their own paths in `files/`, the commands that take the rest away, and what only the owner of the estate can know.
 */
export function filesOf(
  configurations: readonly Configuration[],
  scene: Scene,
  library: Library,
): readonly ConfigurationFile[] {
  const known = new Set(scene.resources.map(resourceKey))
  const files = new Map<string, ConfigurationFile>()
  for (const entry of configurations.flatMap((one) => entriesOf(one, library))) {
    const isNew = !known.has(resourceKey(entry.resource))
    const path = isNew ? `new/${entry.topic}.yaml` : changedPath(entry.resource)
    const { text, objects } = files.get(path) ?? {
      text: `${headingOf(entry, isNew)}\n`,
      objects: 0,
    }
    files.set(path, { path, text: text + entry.text, objects: objects + 1 })
  }
  return [
    ...files.values(),
    ...configurations.flatMap((one) => programFiles(one, library)),
    ...removalFile(configurations),
    ...questionFile(configurations),
  ]
}

function entriesOf({ topic, chapters }: Configuration, library: Library): readonly Entry[] {
  return chapters.flatMap((chapter) => {
    const text = configurationText({ chapters: [chapter], notes: [] })
    const resources = readYaml({ file: topic, text }).documents.map(resourceOf)
    return chapter.manifests.flatMap((manifest, index) => {
      const resource = resources[index]
      const why = reasonsOf(chapter, topic, library)
      return resource === undefined
        ? []
        : [{ topic, chapter, resource, text: manifestText(manifest, why) }]
    })
  })
}

function headingOf({ topic, resource: { kind, name } }: Entry, isNew: boolean): string {
  const what = isNew ? 'objects to add' : `in the place of ${kind} "${name}"`
  return commentLines([
    `Written by portolan guide ${topic}: ${what}.`,
    `What it restricts and how it is lifted: below, and all of it in portolan guide ${topic}.`,
    'Try it first: kubectl apply --dry-run=server -f FILE',
  ]).join('\n')
}

// A copy of the folder over the estate puts each into its place.
function programFiles(
  { topic, files }: Configuration,
  library: Library,
): readonly ConfigurationFile[] {
  return files.map((draft) => {
    const heading = commentLines([
      `Written by portolan guide ${topic}: ${draft.file} as it should be.`,
      ...reasonsOf(draft, topic, library),
    ])
    return { path: `files/${insideOf(draft.file)}`, text: headed(draft.text, heading), objects: 1 }
  })
}

// No path leads out of the folder that is written to.
function insideOf(file: string): string {
  return file
    .split(/[\\/]/)
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .join('/')
}

// Directives of a Dockerfile count only where nothing stands before them.
function headed(text: string, heading: readonly string[]): string {
  const directives = /^(?:#[ \t]*(?:syntax|escape|check)[ \t]*=.*\r?\n)*/i.exec(text)?.[0] ?? ''
  return `${directives}${heading.join('\n')}\n${text.slice(directives.length)}`
}

function changedPath({ namespace, kind, name }: Resource): string {
  return `changed/${plain(namespace ?? 'cluster')}/${plain(kind.toLowerCase())}-${plain(name)}.yaml`
}

// What a file system might take for something else has no place in a name; two objects may then share a file.
function plain(name: string): string {
  return name.replaceAll(/[^\w-]+/g, '_')
}

function removalFile(configurations: readonly Configuration[]): readonly ConfigurationFile[] {
  const chapters = configurations.flatMap((one) => one.chapters)
  const commands = chapters.flatMap((chapter) =>
    (chapter.removes ?? []).flatMap((removed) => [
      ...commentLines(chapter.why),
      deletionOf(removed),
    ]),
  )
  if (commands.length === 0) return []
  const objects = chapters.reduce((sum, { removes = [] }) => sum + removes.length, 0)
  const lines = [
    `${CONFIGURATION_MARK}: what goes, once all the rest runs. Take it out of your files as well.`,
  ]
  return [{ path: 'remove.sh', text: `${[...lines, ...commands].join('\n')}\n`, objects }]
}

function questionFile(configurations: readonly Configuration[]): readonly ConfigurationFile[] {
  const left = configurations.flatMap((one) => one.left)
  const notes = [...new Set(configurations.flatMap((one) => one.notes))]
  if (left.length + notes.length === 0) return []
  const lines = [
    `${CONFIGURATION_MARK}: what it leaves open.`,
    ...commentLines(notes),
    ...remainderTexts(left),
  ]
  const objects = new Set(left.flatMap(({ on }) => on)).size
  return [{ path: 'open.txt', text: `${lines.join('\n')}\n`, objects }]
}
