import { describe, expect, it } from 'vitest'
import { sceneOf } from '../../analysis/isolation/scene.testing.ts'
import { connectionsTo } from '../../analysis/reach/connection-set.ts'
import { reachOf } from '../../analysis/reach/reach-of.ts'
import { pictureDot } from '../../report/reach/picture/dot.ts'
import { layIslands } from '../../report/reach/picture/islands.ts'
import { reachMapSvg } from '../../report/reach/picture/map-svg.ts'
import { matrixSvg } from '../../report/reach/picture/matrix-svg.ts'
import { pictureMermaid } from '../../report/reach/picture/mermaid.ts'
import { passOf, streamWords, type ToldPicture } from '../../report/reach/picture/picture.ts'
import { pictureOf } from './picture.ts'

const pod = (name: string, namespace = 'shop'): string => `
---
apiVersion: v1
kind: Pod
metadata: {name: '${name}', namespace: ${namespace}, labels: {app: '${name}'}}
spec: {containers: [{name: main, image: 'x:1'}]}`

const policy = (app: string, ingress: string): string => `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${app}, namespace: shop}
spec: {podSelector: {matchLabels: {app: ${app}}}, policyTypes: [Ingress], ingress: ${ingress}}`

const ESTATE =
  pod('db') +
  pod('web') +
  pod('hidden') +
  pod('far', 'away') +
  policy(
    'db',
    '[{from: [{podSelector: {}}, {ipBlock: {cidr: 203.0.113.0/24}}], ports: [{port: 5432}]}]',
  ) +
  policy('hidden', "[{from: [{namespaceSelector: {matchLabels: {a: '{{ .a }}'}}}]}]")

function drawn(yaml: string, port?: Parameters<typeof pictureOf>[1]['port']): ToldPicture {
  const reach = reachOf(sceneOf(yaml))
  return pictureOf(reach, {
    pairs: reach.pairs(),
    port,
    caption: { targets: ['deploy'], policies: 2, faults: 0 },
  })
}

function textOf(
  write: (picture: ToldPicture, out: (text: string) => void) => void,
  picture: ToldPicture,
) {
  let text = ''
  write(picture, (more) => {
    text += more
  })
  return text
}

describe('the picture of who can reach whom', () => {
  const told = ({ groups, streams }: ToldPicture): readonly string[] =>
    streams.map(
      (stream) =>
        `${groups[stream.from]?.name} > ${groups[stream.to]?.name}: ${passOf(stream)}, ${streamWords(stream)}`,
    )

  it('adds pairs of namespaces up, and the addresses outside to one end', () => {
    expect(told(drawn(ESTATE))).toEqual([
      'away > shop: some, 1 of 3 pairs, 1 unclear',
      'away > outside: all, all 1 pair',
      'shop > away: all, all 3 pairs',
      'shop > shop: some, 4 of 6 pairs, 2 on some ports, 2 unclear',
      'shop > outside: all, all 3 pairs',
      'outside > away: all, all 1 pair',
      'outside > shop: some, 2 of 3 pairs, 1 on some ports',
    ])
  })

  it('tells one port alone when it is asked to', () => {
    const streams = told(drawn(ESTATE, connectionsTo('TCP', 5432)))
    expect(streams).toContain('shop > shop: some, 4 of 6 pairs, 2 unclear')
    expect(told(drawn(ESTATE, connectionsTo('TCP', 22)))).toContain(
      'shop > shop: some, 2 of 6 pairs, 2 unclear',
    )
  })

  it('tells what is open, unclear and closed apart by shapes', () => {
    const map = textOf(reachMapSvg, drawn(ESTATE))
    expect(map).toContain('<title>shop to away: all 3 pairs</title><path class="line all"')
    expect(map).toContain(
      '<title>away to shop: 1 of 3 pairs, 1 unclear</title><path class="line some"',
    )
    const matrix = textOf(matrixSvg, drawn(ESTATE))
    expect(matrix).toMatch(/<title>away\/far\[Pod\] to shop\/db\[Pod\]: closed<\/title>.*×/)
    expect(matrix).toMatch(/<title>away\/far\[Pod\] to shop\/hidden\[Pod\]: perhaps All.*>\?</)
    expect(matrix).toMatch(/<title>shop\/web\[Pod\] to shop\/db\[Pod\]: TCP 5432<\/title>/)
  })

  it('lays islands out that do not overlap', () => {
    const many = Array.from({ length: 30 }, (_, at) => pod('w', `n${at}`) + pod('v', `n${at}`))
    const { islands } = layIslands(drawn(many.join('')))
    for (const [at, one] of islands.entries())
      for (const other of islands.slice(at + 1)) {
        const isApart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y
        expect(isApart).toBe(true)
      }
    expect(islands).toHaveLength(31)
  })

  it('shows a matrix of namespaces first where there are more than 200 workloads', () => {
    const many = Array.from({ length: 201 }, (_, at) => pod(`w${at}`, `n${at % 3}`))
    const picture = drawn(many.join(''))
    expect(textOf(reachMapSvg, picture)).toBe(textOf(matrixSvg, picture))
    expect(textOf(matrixSvg, picture)).toContain('A matrix of 4 rows and columns')
  })

  it('lets no name of the estate speak for it', () => {
    const picture: ToldPicture = {
      ...drawn(pod('a')),
      targets: ['"]; <script>'],
      nodes: [
        { label: '"]\\n;<script>&', group: 0, isActive: true },
        { label: 'outside', group: 1, isActive: true },
      ],
      groups: [
        { name: '"];</svg>', kind: 'namespace', nodes: [0] },
        { name: 'outside', kind: 'outside', nodes: [1] },
      ],
    }
    for (const write of [reachMapSvg, matrixSvg]) {
      expect(textOf(write, picture)).not.toContain('<script>')
      expect(textOf(write, picture).match(/<\/svg>/g)).toHaveLength(1)
    }
    expect(textOf(pictureDot, picture)).toContain(String.raw`label="\"]\\n;<script>&"`)
    expect(textOf(pictureMermaid, picture)).toContain('n0["#34;#93;#92;n#59;#60;script#62;#38;"]')
  })
})
