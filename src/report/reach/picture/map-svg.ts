import { markup, text } from '../../html/escape.ts'
import { label, round } from '../../map/card.ts'
import { TYPES, widthOf } from '../../map/measure.ts'
import type { Write } from '../../report.ts'
import { edgeOf, ISLAND_LINE, layIslands, type Chart, type Island, type Point } from './islands.ts'
import { matrixSvg } from './matrix-svg.ts'
import {
  MOST_DRAWN,
  passOf,
  streamWords,
  type Pass,
  type ToldPicture,
  type ToldStream,
} from './picture.ts'
import { MEANINGS, sheetOf } from './sheet.ts'

/**
 * Who can reach whom as a map: namespaces as islands, and between two of them one line for all that passes. Above 200
 * workloads it is the matrix instead: lines would hide one another.
 */
export function reachMapSvg(picture: ToldPicture, out: Write): void {
  if (picture.workloads > MOST_DRAWN) {
    matrixSvg(picture, out)
    return
  }
  const chart = layIslands(picture)
  const lines = linesOf(picture.streams)
  const body = [
    ...lines.map((line) => lineOf(line, chart, picture)),
    ...lines.map((line) => numbersOn(line, chart)),
    ...chart.islands.map(islandOf),
    legend(chart.height + 34),
  ].join('\n')
  const words = `${chart.islands.length} islands and ${lines.length} lines; where there is no line nothing passes.`
  out(sheetOf(picture, { width: chart.width, height: Math.ceil(chart.height + 62), body, words }))
}

/** One line of the map: a stream, or two that are the same both ways. */
interface Line {
  readonly stream: ToldStream
  readonly isMutual: boolean
}

function linesOf(streams: readonly ToldStream[]): readonly Line[] {
  const known = new Map(streams.map((stream) => [`${stream.from} ${stream.to}`, stream]))
  return streams.flatMap((stream) => {
    const { from, to } = stream
    if (from === to) return []
    const back = known.get(`${to} ${from}`)
    const isMutual = back !== undefined && passOf(stream) === 'all' && passOf(back) === 'all'
    return isMutual && from > to ? [] : [{ stream, isMutual }]
  })
}

interface Curve {
  readonly start: Point
  readonly bend: Point
  readonly end: Point
}

// Towards the middle, and each direction on a side of its own.
function curveOf({ stream, isMutual }: Line, { islands, centre }: Chart): Curve | undefined {
  const [from, to] = [islands[stream.from], islands[stream.to]]
  if (from === undefined || to === undefined) return undefined
  const [a, b] = [middleOf(from), middleOf(to)]
  const half = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const aside = isMutual ? 0 : 24
  const bend = {
    x: half.x + (centre.x - half.x) * PULL - ((b.y - a.y) / length) * aside,
    y: half.y + (centre.y - half.y) * PULL + ((b.x - a.x) / length) * aside,
  }
  return { start: edgeOf(from, bend), bend, end: edgeOf(to, bend) }
}

const PULL = 0.28

function middleOf({ x, y, width, height }: Island): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

function lineOf(line: Line, chart: Chart, { groups }: ToldPicture): string {
  const curve = curveOf(line, chart)
  if (curve === undefined) return ''
  const { stream, isMutual } = line
  const { start, bend, end } = curve
  const ends = isMutual
    ? ' marker-start="url(#reach-tip)" marker-end="url(#reach-tip)"'
    : ' marker-end="url(#reach-tip)"'
  const [from, to] = [groups[stream.from]?.name ?? '', groups[stream.to]?.name ?? '']
  const title = `${from} ${isMutual ? 'and' : 'to'} ${to}: ${streamWords(stream)}`
  return `<g><title>${text(title)}</title><path class="line ${passOf(stream)}" d="M${at(start)}Q${at(bend)} ${at(end)}"${ends}/></g>`
}

// How much passes stands on its line, unless it is everything.
function numbersOn(line: Line, chart: Chart): string {
  const { stream } = line
  const pass = passOf(stream)
  const curve = curveOf(line, chart)
  if (curve === undefined || pass === 'all') return ''
  const { all, some, unclear, pairs } = stream
  const words = pass === 'unclear' ? `? ${unclear} of ${pairs}` : `${all + some} of ${pairs}`
  // Nearer to where it starts, as most lines cross in the middle.
  const { x, y } = pointOn(curve, 0.3)
  return `<text class="halo centre" x="${round(x)}" y="${round(y + 4)}">${markup(words)}</text>`
}

function pointOn({ start, bend, end }: Curve, part: number): Point {
  const mix = (one: number, two: number, three: number): number =>
    (1 - part) ** 2 * one + 2 * part * (1 - part) * two + part ** 2 * three
  return { x: mix(start.x, bend.x, end.x), y: mix(start.y, bend.y, end.y) }
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

function islandOf({ name, lines, isSea, x, y, width, height }: Island): string {
  const left = x + 12
  return `<g><rect class="island${isSea ? ' sea' : ''}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${height}" rx="${isSea ? round(height / 2) : 8}"/>
${isSea ? label('t centre', x + width / 2, y + 24, name) : label('t', left, y + 24, name)}
${lines.map(({ words, isIdle }, index) => label(isIdle ? 'n idle' : 'n', left, y + 26 + (index + 1) * ISLAND_LINE, words)).join('\n')}</g>`
}

const LENGTH = 46

function legend(y: number): string {
  let x = 40
  const samples = (['all', 'some', 'unclear'] as const).map((pass) => {
    const words = `${pass === 'unclear' ? '? ' : ''}${MEANINGS[pass]}`
    const drawn = `${sample(pass, x, y)}<text class="n" x="${round(x + LENGTH + 10)}" y="${round(y)}">${markup(words)}</text>`
    x += LENGTH + 10 + widthOf(words, TYPES.plain) + 26
    return drawn
  })
  return `${samples.join('\n')}\n<text class="n" x="${round(x)}" y="${round(y)}">no line: closed · in italics: scaled to none</text>`
}

function sample(pass: Pass, x: number, y: number): string {
  return `<path class="line ${pass}" d="M${round(x)} ${round(y - 4)}H${round(x + LENGTH)}" marker-end="url(#reach-tip)"/>`
}
