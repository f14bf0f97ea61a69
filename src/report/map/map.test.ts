import { describe, expect, it } from 'vitest'
import { HOSTILE_NAMES, manyWorkloads, mapOfObjects, named } from '../../../test/report/maps.ts'
import { malformed } from '../../../test/report/validators/xml.ts'
import { columnsOf } from '../text/columns.ts'
import { grouped } from './grouped.ts'
import { mapHtml } from './html.ts'
import { layBands } from './layout.ts'
import { mapMermaid } from './mermaid.ts'
import { mapSvg } from './svg.ts'
import { mapText } from './text.ts'

const HOSTILE = HOSTILE_NAMES.map((name) => ({ name }))
const SIZES = [0, 12, 200, 600]
const NARROW = { color: false, ascii: false, width: 80, links: false }

describe('a drawn map', () => {
  it.each(SIZES)('is well-formed and calls for nothing, with %d workloads', (count) => {
    const svg = mapSvg(mapOfObjects(manyWorkloads(count)))
    expect(malformed(svg)).toEqual([])
    expect(svg).not.toMatch(/<script|<image|<foreignObject|href|url\((?!#)|@import|\son\w+=/)
    expect(svg).toMatch(/<svg [^>]*role="img" aria-labelledby="map-title map-desc"/)
  })

  it.each(HOSTILE)('holds the name $name', ({ name }) => {
    const map = mapOfObjects(named(name), [name])
    const svg = mapSvg(map)
    expect(malformed(svg)).toEqual([])
    expect(svg).not.toContain('<script')
    expect(mapHtml(map)).not.toContain('<script')
  })

  it('lets no two cards overlap and keeps all of them on the sheet', () => {
    const map = mapOfObjects([...manyWorkloads(60), ...named('alone')])
    const boxes = layBands(map, 0).flatMap((band) => [
      ...band.boxes,
      ...band.rooms.flatMap((room) => room.boxes),
    ])
    expect(boxes.length).toBe(map.components.length - namespacesIn(map).length)
    for (const [at, a] of boxes.entries()) {
      expect(a.x + a.width).toBeLessThanOrEqual(1401)
      for (const b of boxes.slice(at + 1))
        expect(
          a.x + a.width <= b.x ||
            b.x + b.width <= a.x ||
            a.y + a.height <= b.y ||
            b.y + b.height <= a.y,
        ).toBe(true)
    }
  })

  it('tells every component with its sentence', () => {
    const map = mapOfObjects(manyWorkloads(12))
    const svg = mapSvg(map)
    for (const { sentence } of map.components) expect(svg).toContain(`<desc>${sentence}</desc>`)
  })
})

describe('a map of many workloads', () => {
  it('shows namespaces with counts, and loses no finding', () => {
    const map = mapOfObjects(manyWorkloads(201))
    const { components, links } = grouped(map)
    expect(components.some(({ kind }) => kind === 'workload')).toBe(false)
    expect(components.flatMap(({ findings }) => findings).length).toBe(
      map.components.flatMap(({ findings }) => findings).length,
    )
    const ids = new Set(components.map(({ id }) => id))
    expect(links.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([])
    expect(mapText(map, NARROW)).toContain('svc-200')
  })

  it('shows every one of them up to 200', () => {
    const map = mapOfObjects(manyWorkloads(200))
    expect(grouped(map)).toBe(map)
  })
})

describe('a map for Mermaid', () => {
  it.each(SIZES)('says only what the grammar knows, with %d workloads', (count) => {
    const text = mapMermaid(mapOfObjects(manyWorkloads(count)))
    expect(strangeLines(text)).toEqual([])
    // What Mermaid draws without being told to do more: maxTextSize and maxEdges.
    expect(text.length).toBeLessThan(50_000)
    expect(text.split('\n').filter((line) => /[-=]>\|/.test(line)).length).toBeLessThan(500)
  })

  it.each(HOSTILE)('holds the name $name', ({ name }) => {
    expect(strangeLines(mapMermaid(mapOfObjects(named(name), [name])))).toEqual([])
  })

  it('opens and closes its frames, and links what is there', () => {
    const lines = mapMermaid(mapOfObjects(manyWorkloads(24))).split('\n')
    const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length
    expect(count(/^ *subgraph /)).toBe(count(/^ *end$/))
    const nodes = new Set(lines.flatMap((line) => /^ +(c\d+)[[({]/.exec(line)?.[1] ?? []))
    const ends = lines.flatMap((line) => {
      const link = /^ {2}(c\d+) [-=]+>\|"[^"]*"\| (c\d+)$/.exec(line)
      return link === null ? [] : [link[1] ?? '', link[2] ?? '']
    })
    expect(ends.length).toBeGreaterThan(0)
    expect(ends.filter((end) => !nodes.has(end))).toEqual([])
  })
})

describe('a map as a list', () => {
  it.each(HOSTILE)('fits 80 columns and hides nothing behind the name $name', ({ name }) => {
    const map = mapOfObjects([...named(name), ...manyWorkloads(12)], [name])
    const lines = mapText(map, NARROW).split('\n')
    expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([])
    expect(lines.filter((line) => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([])
  })

  it('is ASCII when that is asked for', () => {
    const text = mapText(mapOfObjects(manyWorkloads(12)), { ...NARROW, ascii: true })
    expect(text).toMatch(/^[ -~\n]*$/)
  })

  it('tells what could not be read, and who runs what', () => {
    const text = mapText(mapOfObjects([]), NARROW)
    expect(text).toContain('1 of 3 files')
    expect(text).toMatch(/○ {3}etcd +○ not examined, run by Scaleway Kapsule/)
  })
})

// The part of the language that a map is written in, strictly: a name holds no sign that could end it.
const NAME = String.raw`(?:[\p{L}\p{M}\p{N} .,:/×○◆▲■✓●⊘…()_-]|#\d+;)+`
const WORDS = `${NAME}(?:<br/>${NAME})*`
const STATEMENTS = [
  /^---$/,
  /^title: "(?:[^"\\`<>&]|\\.)*"$/,
  /^flowchart LR$/,
  new RegExp(`^ +subgraph (?:area|room)_\\w+\\["${NAME}"\\]$`, 'u'),
  new RegExp(
    `^ +c\\d+(?:\\["${WORDS}"\\]|\\(\\["${WORDS}"\\]\\)|\\[\\("${WORDS}"\\)\\]|\\{\\{"${WORDS}"\\}\\}):::[a-z]+$`,
    'u',
  ),
  /^ +end$/,
  /^ {2}c\d+ (?:-->|==>)\|"[a-z ]+"\| c\d+$/,
  /^ {2}classDef [a-z]+ [\w#:,\- ]+$/,
]

function strangeLines(text: string): readonly string[] {
  const lines = text.trimEnd().split('\n')
  return lines.filter((line) => !STATEMENTS.some((statement) => statement.test(line)))
}

function namespacesIn({ components }: ReturnType<typeof mapOfObjects>): readonly unknown[] {
  return components.filter(({ kind }) => kind === 'namespace')
}
