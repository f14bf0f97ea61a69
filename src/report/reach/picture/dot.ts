import { clip, printable } from '../../printable.ts'
import type { Write } from '../../report.ts'
import {
  edgeLabel,
  headWords,
  type Pass,
  passOf,
  streamWords,
  type ToldPicture,
} from './picture.ts'

// More of them than this nobody can follow.
const MOST_EDGES = 150

/**
 * What can reach what as a graph for Graphviz: namespaces as clusters. Where there are more than 150 connections those
 * between namespaces are drawn alone. Solid is open, thin for some ports, dashed with a question mark unclear.
 */
export function pictureDot(picture: ToldPicture, out: Write): void {
  const { nodes, groups, cells, streams } = picture
  const isWhole = cells !== undefined && cells.length <= MOST_EDGES
  const title = `Who can reach whom in ${picture.targets.join(' ')}: ${headWords(picture)}`
  out(`digraph reach {\n  label=${quoted(title)}; labelloc=t; rankdir=LR; compound=true;\n`)
  out('  node [shape=box, style=rounded, fontname="sans-serif"]; edge [fontname="sans-serif"];\n')
  groups.forEach((group, at) => {
    if (!isWhole) {
      out(`  g${at} [label=${quoted(groupWords(picture, at))}${shapeOf(group.kind)}];\n`)
      return
    }
    const lines = group.nodes.map((node) => {
      const { label = '', isActive = true } = nodes[node] ?? {}
      return `    n${node} [label=${quoted(label)}${isActive ? '' : ', style="rounded,dashed"'}${shapeOf(group.kind)}];\n`
    })
    if (group.kind !== 'namespace') out(lines.join(''))
    else out(`  subgraph cluster_${at} {\n    label=${quoted(group.name)};\n${lines.join('')}  }\n`)
  })
  if (isWhole)
    for (const { from, to, pass, words } of cells)
      if (pass !== 'none') out(`  n${from} -> n${to} [${edgeOf(pass, words)}];\n`)
  if (!isWhole)
    for (const stream of streams)
      out(`  g${stream.from} -> g${stream.to} [${edgeOf(passOf(stream), streamWords(stream))}];\n`)
  out('}\n')
}

/** A group with how many workloads it has. */
export function groupWords({ groups }: ToldPicture, at: number): string {
  const group = groups[at]
  if (group === undefined) return ''
  const count = group.nodes.length
  return group.kind === 'namespace'
    ? `${group.name} (${count} ${count === 1 ? 'workload' : 'workloads'})`
    : group.name
}

function shapeOf(kind: ToldPicture['groups'][number]['kind']): string {
  return kind === 'outside' ? ', shape=ellipse' : ''
}

function edgeOf(pass: Pass, words: string): string {
  const label = edgeLabel(pass, words)
  const text = label === '' ? '' : `, label=${quoted(label)}`
  return `${STYLES[pass]}${text}`
}

const STYLES: Readonly<Record<Pass, string>> = {
  all: 'style=bold',
  some: 'style=solid',
  unclear: 'style=dashed',
  none: 'style=invis',
}

const LONGEST = 200

function quoted(words: string): string {
  return `"${printable(clip(words, LONGEST)).replaceAll(/["\\]/g, String.raw`\$&`)}"`
}
