import { blockLines } from '../../fix/block-text.ts'
import type { GuidePage } from '../../model/guide-page.ts'
import { valueAt } from '../../model/part.ts'
import type { RulePage } from '../../model/rule-page.ts'
import { printable } from '../../report/printable.ts'
import type { Chapter, Draft, Manifest, Mending } from './draft.ts'
import type { FileDraft } from './files/file-draft.ts'
import type { Remainder } from './remainder.ts'

/** A draft with what is told of it. Without a topic only its objects are written. */
interface Told extends Draft {
  readonly topic?: string
  readonly title?: string
  readonly files?: readonly FileDraft[]
  readonly left?: readonly Remainder[]
  /** The guide's own example, for a topic of which nothing could be adapted. */
  readonly blocks?: readonly string[]
  readonly library?: Library
}

/** What is told of topics and rules. */
export interface Library {
  readonly guides: ReadonlyMap<string, GuidePage>
  readonly pages: ReadonlyMap<string, RulePage>
}

const HABITS = { mappingIndent: 2, listIndent: 2 } as const

/** The mark that the first line of every configuration begins with: a file that has it may be written anew. */
export const CONFIGURATION_MARK = '# Written by portolan guide'

/** A draft as one stream of YAML: what is no object is a comment, so all of it may be applied as it is. */
export function configurationText(told: Told): string {
  const { topic, title = '', chapters, notes, files = [], left = [], blocks = [] } = told
  const lines = [
    ...(topic === undefined ? [] : [`${CONFIGURATION_MARK} ${topic}: ${title}.`]),
    ...(topic !== undefined && chapters.length > 0 ? commentLines([TRY_FIRST(topic)]) : []),
    ...(chapters.length + files.length + left.length === 0 ? commentLines([NOTHING_TO_ADD]) : []),
    ...commentLines(notes),
    ...chapters.flatMap((chapter) => chapterLines(chapter, topic, told.library)),
    ...removalLines(chapters),
    ...fileLines(files),
    ...remainderLines(left),
    ...exampleLines(blocks),
  ]
  return `${lines.join('\n')}\n`
}

/** The objects that a draft takes away, as YAML for `kubectl delete -f`. */
export function removalText({ chapters }: Draft): string {
  const removed = chapters.flatMap(({ removes = [] }) => removes)
  return removed.map((manifest) => manifestText(manifest)).join('')
}

/** One object as a document of YAML. */
export function manifestText(manifest: Manifest, why: readonly string[] = []): string {
  return `${['---', ...commentLines(why), ...blockLines(manifest, HABITS)].join('\n')}\n`
}

/** Why a chapter is written, what its changes restrict and how each is lifted. */
export function reasonsOf(
  { why, mends = [] }: Pick<Chapter, 'why' | 'mends'>,
  topic: string,
  library: Library | undefined,
): readonly string[] {
  const told = [...why, ...mends.flatMap((mending) => restrictionOf(mending, library))]
  const guide = library?.guides.get(topic)
  if (guide === undefined || told.some((line) => line.startsWith('Restricts'))) return told
  return [
    ...told,
    `Restricts: ${firstSentence(guide.restricts)}`,
    `Lift: ${firstSentence(guide.lift)}`,
  ]
}

function restrictionOf({ rule, on }: Mending, library: Library | undefined): readonly string[] {
  const page = library?.pages.get(rule)
  if (page === undefined) return []
  return [
    `Restricts (${rule}): ${firstSentence(page.restricts)}`,
    `Lift: ${firstSentence(page.lift)} Or sign for it: portolan lift ${rule} --on ${on}`,
  ]
}

function firstSentence(markdown: string): string {
  const [paragraph = ''] = markdown.split('\n\n')
  const text = paragraph.replaceAll(/\s+/g, ' ').replaceAll('`', '')
  return /^.*?\.(?= [A-Z])/.exec(text)?.[0] ?? text
}

const NOTHING_TO_ADD = 'Nothing to add: no rule of this topic complains about what was read.'

const TRY_FIRST = (topic: string): string =>
  `Try it first: kubectl apply --dry-run=server -f -. What it restricts: portolan guide ${topic}.`

function chapterLines(chapter: Chapter, topic = '', library?: Library): readonly string[] {
  return chapter.manifests.flatMap((manifest, index) => [
    '---',
    ...(index === 0 ? commentLines(reasonsOf(chapter, topic, library)) : []),
    ...blockLines(manifest, HABITS),
  ])
}

// What no API server takes is no part of a stream that is applied.
function fileLines(files: readonly FileDraft[]): readonly string[] {
  if (files.length === 0) return []
  const names = files.map(({ file }) => `  ${file}`)
  return commentLines([
    'Files that programs read are written by --write DIR, below DIR/files:',
    ...names,
  ])
}

// What goes is told last: it goes when what takes its place runs.
function removalLines(chapters: readonly Chapter[]): readonly string[] {
  const removals = chapters.flatMap((chapter) =>
    (chapter.removes ?? []).flatMap((removed) => [
      ...(chapter.manifests.length === 0 ? chapter.why : []),
      `  ${deletionOf(removed)}`,
    ]),
  )
  return removals.length === 0
    ? []
    : commentLines(['To be taken away, from your files as well, once the above runs:', ...removals])
}

/** The command that takes an object away, from its name. */
export function deletionOf(manifest: Manifest): string {
  const [group, version] = textAt(manifest, 'apiVersion').split('/')
  const kind = textAt(manifest, 'kind').toLowerCase()
  const namespace = textAt(manifest, 'metadata', 'namespace')
  const words = [
    version === undefined ? kind : `${kind}.${group}`,
    textAt(manifest, 'metadata', 'name'),
    ...(namespace === '' ? [] : ['-n', namespace]),
  ]
  return ['kubectl delete', ...words.map(quoted)].join(' ')
}

function textAt(manifest: Manifest, ...path: readonly string[]): string {
  const value = valueAt(manifest, path)
  return typeof value === 'string' ? value : ''
}

// Names come from files that anybody may have written; a shell must not read more into them.
function quoted(word: string): string {
  return /^[\w.:-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}

/** What stays open, as lines of text. */
export function remainderTexts(left: readonly Remainder[]): readonly string[] {
  return [
    ...section('What only you can know:', left, 'unknown'),
    ...section('To be changed where it is made:', left, 'made'),
    ...section('Not closed by this:', left, 'undone'),
  ]
}

function section(
  heading: string,
  left: readonly Remainder[],
  kind: Remainder['kind'],
): readonly string[] {
  const own = left.filter((remainder) => remainder.kind === kind)
  if (own.length === 0) return []
  return [
    heading,
    ...own.flatMap(({ rule, count, why, on }) => [
      `  ${rule}, ${count}: ${why}`,
      `    ${on.join(', ')}`,
    ]),
  ]
}

function remainderLines(left: readonly Remainder[]): readonly string[] {
  return commentLines(remainderTexts(left))
}

// Never applied by accident: the names in it are not those of the estate.
function exampleLines(blocks: readonly string[]): readonly string[] {
  if (blocks.length === 0) return []
  const lines = blocks.join('---\n').trimEnd().split('\n')
  return commentLines([
    'An example to begin with; the names in it are to be filled in:',
    '',
    ...lines,
  ])
}

/** Lines as comments. Names of the estate end up in them: a line break in one must not end the comment. */
export function commentLines(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `# ${printable(line)}`.trimEnd())
}
