import { mermaidText } from '../../map/mermaid.ts'
import { clip } from '../../printable.ts'
import type { Write } from '../../report.ts'
import { groupWords } from './dot.ts'
import {
  edgeLabel,
  headWords,
  type Pass,
  passOf,
  streamWords,
  type ToldPicture,
} from './picture.ts'

// GitHub draws 500 edges at most, and people follow far fewer.
const MOST_EDGES = 150

/**
 * What can reach what as Mermaid, which GitHub and GitLab draw: namespaces as subgraphs; where there are more than 150
 * connections those between namespaces alone. Thick is open, thin some ports, dotted with a question mark unclear.
 */
export function pictureMermaid(picture: ToldPicture, out: Write): void {
  const { nodes, groups, cells, streams } = picture
  const isWhole = cells !== undefined && cells.length <= MOST_EDGES
  out(`flowchart LR\n  head["${safe(`${picture.targets.join(' ')}: ${headWords(picture)}`)}"]\n`)
  groups.forEach((group, at) => {
    if (!isWhole) {
      out(`  g${at}["${safe(groupWords(picture, at))}"]\n`)
      return
    }
    const lines = group.nodes.map((node) => `    n${node}["${safe(nodes[node]?.label ?? '')}"]\n`)
    if (group.kind !== 'namespace') out(lines.join(''))
    else out(`  subgraph g${at}["${safe(group.name)}"]\n${lines.join('')}  end\n`)
  })
  if (isWhole)
    for (const { from, to, pass, words } of cells)
      if (pass !== 'none') out(`  n${from} ${arrowOf(pass, words)} n${to}\n`)
  if (!isWhole)
    for (const stream of streams)
      out(`  g${stream.from} ${arrowOf(passOf(stream), streamWords(stream))} g${stream.to}\n`)
}

function arrowOf(pass: Pass, words: string): string {
  const label = edgeLabel(pass, words)
  const text = label === '' ? '' : `|"${safe(label)}"|`
  return `${ARROWS[pass]}${text}`
}

const ARROWS: Readonly<Record<Pass, string>> = {
  all: '==>',
  some: '-->',
  unclear: '-.->',
  none: '~~~',
}

const LONGEST = 120

function safe(words: string): string {
  return mermaidText(clip(words, LONGEST))
}
