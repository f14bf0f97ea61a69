import { groupBy } from '../../base/group.ts'
import type { MapLink } from '../../verdict/map/links.ts'
import type { MapComponent } from '../../verdict/map/map.ts'
import { clip, printable } from '../printable.ts'
import { areasOf, type Lane, type Room, type ToldArea } from './areas.ts'
import { grouped } from './grouped.ts'
import type { ToldMap } from './map.ts'
import { marksOf, runnerOf } from './marks.ts'
import { SIGN_SHAPES } from './signs.data.ts'

/**
 * A map as a Mermaid flowchart, for pages of Markdown. What Mermaid refuses is kept from it: more links or text than it
 * takes, and every sign that would end a name.
 */
export function mapMermaid(whole: ToldMap): string {
  const map = { ...whole, ...grouped(whole) }
  const codes = new Map(map.components.map(({ id }, at) => [id, `c${at}`]))
  const sheet = { map, codes }
  const lines = [
    '---',
    `title: ${titleText(`Map of ${map.targets.join(' ')}: ${map.state}`)}`,
    '---',
    'flowchart LR',
    ...areasOf(map).flatMap((area) => areaLines(area, sheet)),
    ...linkLines(map.links, codes),
    ...CLASSES,
  ]
  return `${lines.join('\n')}\n`
}

interface Sheet {
  readonly map: ToldMap
  readonly codes: ReadonlyMap<string, string>
}

function areaLines({ id, title, components, rooms }: ToldArea, sheet: Sheet): readonly string[] {
  return [
    `  subgraph area_${id.replace('-', '_')}["${title}"]`,
    ...components.map((component) => `    ${nodeLine(component, sheet)}`),
    ...rooms.flatMap((room) => roomLines(room, sheet)),
    '  end',
  ]
}

const LANE_IDS: readonly Lane[] = ['doors', 'workloads', 'data']

function roomLines({ namespace, lanes }: Room, sheet: Sheet): readonly string[] {
  const members = LANE_IDS.flatMap((id) => lanes[id])
  if (members.length === 0) return [`    ${nodeLine(namespace, sheet)}`]
  // The namespace itself is pinned to as well, so it is a node in its own frame.
  return [
    `    subgraph room_${sheet.codes.get(namespace.id) ?? ''}["${name(namespace.title)}"]`,
    `      ${nodeLine(namespace, sheet)}`,
    ...members.map((member) => `      ${nodeLine(member, sheet)}`),
    '    end',
  ]
}

function nodeLine(component: MapComponent, { map, codes }: Sheet): string {
  const { id, kind, title, note } = component
  const marks = marksOf(component).map(({ sign, words }) =>
    sign === undefined ? words : `${SIGN_SHAPES[sign]} ${words}`,
  )
  const told = kind === 'namespace' ? `Namespace ${title}` : title
  const lines = [told, note, runnerOf(component, map), marks.join(', ')].filter(Boolean).map(name)
  const [open, shut] = SHAPES[kind] ?? ['[', ']']
  return `${codes.get(id) ?? ''}${open}"${lines.join('<br/>')}"${shut}:::${classOf(component)}`
}

// Stores look like drums, and what is no part of the estate has round ends.
const SHAPES: Readonly<Partial<Record<MapComponent['kind'], readonly [string, string]>>> = {
  internet: ['([', '])'],
  users: ['([', '])'],
  images: ['([', '])'],
  etcd: ['[(', ')]'],
  database: ['[(', ')]'],
  store: ['[(', ')]'],
  volumes: ['[(', ')]'],
  bucket: ['[(', ')]'],
  door: ['{{', '}}'],
}

function classOf({ standing, isProviderRun }: MapComponent): string {
  if (standing === undefined) return 'outside'
  if (standing.state === 'Not examined') return isProviderRun ? 'theirs' : 'unseen'
  return standing.state.toLowerCase()
}

const MOST_LINKS = 450

// Those that lead in from outside tell most; where there are too many, the others are left to the text.
function linkLines(links: readonly MapLink[], codes: Sheet['codes']): readonly string[] {
  const first = links.filter(isWay)
  const rest = links.filter((link) => !isWay(link))
  const shown = [...first, ...rest].slice(0, MOST_LINKS)
  const byEnds = groupBy(shown, ({ from, to }) => `${codes.get(from)} ${codes.get(to)}`)
  return [...byEnds.values()].flatMap(([link]) => {
    if (link === undefined) return []
    const { from, to, what } = link
    return `  ${codes.get(from)} ${isWay(link) ? '==>' : '-->'}|"${what}"| ${codes.get(to)}`
  })
}

function isWay({ from }: MapLink): boolean {
  return from === 'internet' || from.startsWith('door/')
}

const LONGEST_NAME = 60

function name(words: string): string {
  return mermaidText(clip(words, LONGEST_NAME))
}

// All that is no letter, digit or one of these means something to Mermaid, to HTML or to Markdown.
const MEANING =
  /[^\p{L}\p{M}\p{N} .,:/\u00d7\u25cb\u25c6\u25b2\u25a0\u2713\u25cf\u2298\u2026()_-]/gu
// At its start a line would be taken for a list.
const LIST_START = /^(?:[-]|\d+(?=\.))/u

/** Text of the estate in a label: every sign that means something to Mermaid is spelled as a code. */
export function mermaidText(words: string): string {
  return printable(words).replaceAll(MEANING, codeOf).replace(LIST_START, codesOf)
}

// What Mermaid calls an entity code.
function codeOf(sign: string): string {
  return `#${sign.codePointAt(0) ?? 0};`
}

function codesOf(signs: string): string {
  return signs.replaceAll(/./gu, codeOf)
}

// The title stands in YAML, and the whole may stand between the fences of Markdown.
function titleText(words: string): string {
  const text = JSON.stringify(printable(clip(words, LONGEST_TITLE)))
  return text.replaceAll(
    /[`<>&]/g,
    (sign) => String.raw`\u00${(sign.codePointAt(0) ?? 0).toString(16)}`,
  )
}

const LONGEST_TITLE = 120

// Light and dark pages both: what is filled has its own ink.
const CLASSES = [
  '  classDef urgent fill:#fff,stroke:#9B1C31,stroke-width:3px,color:#14222E',
  '  classDef exposed fill:#fff,stroke:#A63C00,stroke-width:3px,color:#14222E',
  '  classDef attention fill:#fff,stroke:#7A5600,stroke-width:2px,color:#14222E',
  '  classDef clear fill:#fff,stroke:#1F6B3A,color:#14222E',
  '  classDef unseen fill:#fff,stroke:#5A5A5A,stroke-dasharray:5 4,color:#14222E',
  '  classDef theirs fill:#F1EEE4,stroke:#7C8A94,stroke-dasharray:5 4,color:#14222E',
  '  classDef outside fill:#FBFAF6,stroke:#7A5A12,color:#14222E',
] as const
