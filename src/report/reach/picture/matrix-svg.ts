import { markup, text } from '../../html/escape.ts'
import { label, round } from '../../map/card.ts'
import { fitTo, TYPES, widthOf } from '../../map/measure.ts'
import type { Write } from '../../report.ts'
import { passOf, PASSES, streamWords, type Pass, type ToldPicture } from './picture.ts'
import { HEAD, MEANINGS, sheetOf } from './sheet.ts'

// More rows than this are told by namespaces.
const MOST_ROWS = 80
const CELL = 20
const LONGEST_LABEL = 210
const MARGIN = 32

/** One row and column of the matrix. */
interface Line {
  readonly name: string
  /** What stands with it; lines of one group have one rim. */
  readonly group: number
  readonly kind: ToldPicture['groups'][number]['kind']
}

interface Entry {
  readonly pass: Pass
  readonly words: string
}

interface Matrix {
  readonly lines: readonly Line[]
  readonly entryAt: (from: number, to: number) => Entry
}

/** Who can reach whom as a matrix: from the rows to the columns, by workloads or, above 80 of them, by namespaces. */
export function matrixSvg(picture: ToldPicture, out: Write): void {
  const matrix = matrixOf(picture)
  const { lines } = matrix
  const room = Math.min(
    LONGEST_LABEL,
    Math.max(...lines.map(({ name }) => widthOf(name, TYPES.plain))) + 8,
  )
  const [left, top] = [MARGIN + room, HEAD + room * 0.8 + 16]
  const size = lines.length * CELL
  const body = [
    ...lines.map((line, at) => headings(line, at, { left, top })),
    ...lines.map((_, row) => rowOf(row, matrix, { left, top })),
    ...rims(lines, { left, top }),
    legend(top + size + 34),
  ].join('\n')
  out(
    sheetOf(picture, {
      width: left + size + room * 0.7 + MARGIN,
      height: Math.ceil(top + size + 64),
      body,
      words: `A matrix of ${lines.length} rows and columns, from the row to the column.`,
    }),
  )
}

function matrixOf(picture: ToldPicture): Matrix {
  const { cells, nodes } = picture
  return cells !== undefined && nodes.length <= MOST_ROWS
    ? byNodes(picture, cells)
    : byGroups(picture)
}

function byNodes({ nodes, groups }: ToldPicture, cells: NonNullable<ToldPicture['cells']>): Matrix {
  const order = groups.flatMap((group) => group.nodes)
  const known = new Map(cells.map((cell) => [`${cell.from} ${cell.to}`, cell]))
  return {
    lines: order.map((node) => {
      const { label: name = '', group = 0 } = nodes[node] ?? {}
      const home = groups[group]
      const kind = home?.kind ?? 'namespace'
      return { name: kind === 'namespace' ? `${home?.name ?? ''}/${name}` : name, group, kind }
    }),
    entryAt: (from, to) =>
      known.get(`${order[from] ?? ''} ${order[to] ?? ''}`) ?? {
        pass: 'none',
        words: MEANINGS.none,
      },
  }
}

function byGroups({ groups, streams }: ToldPicture): Matrix {
  const known = new Map(streams.map((stream) => [`${stream.from} ${stream.to}`, stream]))
  return {
    lines: groups.map(({ name, kind }, group) => ({ name, group, kind })),
    entryAt: (from, to) => {
      const stream = known.get(`${from} ${to}`)
      if (stream === undefined) return { pass: 'none', words: MEANINGS.none }
      return { pass: passOf(stream), words: streamWords(stream) }
    },
  }
}

interface Corner {
  readonly left: number
  readonly top: number
}

function headings({ name }: Line, at: number, { left, top }: Corner): string {
  const middle = at * CELL + CELL / 2
  const shown = fitTo(name, LONGEST_LABEL, TYPES.plain)
  const [x, y] = [round(left + middle), round(top - 6)]
  return `${label('n end', left - 8, top + middle + 4, shown)}
<text class="n" transform="rotate(-55 ${x} ${y})" x="${x}" y="${y}">${text(shown)}</text>`
}

function rowOf(row: number, { lines, entryAt }: Matrix, corner: Corner): string {
  const from = lines[row]
  return lines
    .map((to, column) => {
      const [x, y] = [round(corner.left + column * CELL), round(corner.top + row * CELL)]
      const isOwn = row === column && from?.name === to.name
      const { pass, words } = entryAt(row, column)
      const title = `${from?.name ?? ''} to ${to.name}: ${words}`
      // Of a workload to itself there is nothing to tell; within a namespace there is.
      const isNothing = (isOwn && pass === 'none') || !isAsked(from, to)
      return `<g><title>${text(title)}</title><rect class="cell${isOwn ? ' own' : ''}" x="${x}" y="${y}" width="${CELL}" height="${CELL}"/>${isNothing ? '' : signOf(pass, x, y)}</g>`
    })
    .join('\n')
}

// Between what are no workloads nothing is known, nor what reaches a controller that was not read.
function isAsked(from: Line | undefined, to: Line): boolean {
  return to.kind !== 'controller' && (from?.kind === 'namespace' || to.kind === 'namespace')
}

// Told apart by shape alone: a full square, a half one, a question mark, a small cross.
function signOf(pass: Pass, x: number, y: number): string {
  const [start, end] = [round(x + 4), round(x + CELL - 4)]
  const [high, low] = [round(y + 4), round(y + CELL - 4)]
  const middle = round(x + CELL / 2)
  switch (pass) {
    case 'all':
      return `<path class="full" d="M${start} ${high}H${end}V${low}H${start}Z"/>`
    case 'some':
      return `<path class="full" d="M${start} ${high}V${low}H${end}Z"/>`
    case 'unclear':
      return `<text class="sign" x="${middle}" y="${round(y + 14.5)}">?</text>`
    case 'none':
      return `<text class="faint" x="${middle}" y="${round(y + 14)}">×</text>`
  }
}

function rims(lines: readonly Line[], { left, top }: Corner): readonly string[] {
  const starts = lines.flatMap(({ group }, at) => (lines[at - 1]?.group === group ? [] : [at]))
  if (starts.length === lines.length) return []
  return starts.map((start, index) => {
    const length = ((starts[index + 1] ?? lines.length) - start) * CELL
    return `<rect class="rim" x="${round(left + start * CELL)}" y="${round(top + start * CELL)}" width="${length}" height="${length}"/>`
  })
}

function legend(y: number): string {
  let x = MARGIN
  return PASSES.map((pass) => {
    const words = MEANINGS[pass]
    const drawn = `<rect class="cell" x="${round(x)}" y="${round(y - 14)}" width="${CELL}" height="${CELL}"/>${signOf(pass, x, y - 14)}<text class="n" x="${round(x + CELL + 8)}" y="${round(y)}">${markup(words)}</text>`
    x += CELL + 8 + widthOf(words, TYPES.plain) + 28
    return drawn
  }).join('\n')
}
