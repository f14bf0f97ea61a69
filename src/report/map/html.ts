import { kindFacts } from '../../verdict/map/components.data.ts'
import type { MapComponent } from '../../verdict/map/map.ts'
import { markup, text } from '../html/escape.ts'
import { closePage, openPage } from '../html/page.ts'
import { areasOf, kindsOn, LANES, type Lane, type Room, type ToldArea } from './areas.ts'
import type { ToldMap } from './map.ts'
import { marksOf, runnerOf } from './marks.ts'
import { SIGN_CLASSES, SIGN_SHAPES } from './signs.data.ts'
import { DRAWING_STYLE } from './style.ts'
import { drawing } from './svg.ts'

/** A map as one page of HTML that needs no script and loads nothing: the drawing, and below it the same as a list. */
export function mapHtml(map: ToldMap): string {
  const targets = map.targets.join(' ')
  const page = {
    title: `${map.state}: map of ${targets} · Portolan`,
    skipTo: { id: 'list', name: 'the list' },
    style: DRAWING_STYLE + PAGE_STYLE,
  }
  return `${openPage(page)}<main>
<h1 class="spoken">Map of ${text(targets)}</h1>
<div class="chart" role="region" aria-label="The drawing" tabindex="0">
${drawing(map)}
</div>
<section id="list" aria-labelledby="list-title">
<h2 id="list-title">The same as a list</h2>
${areasOf(map)
  .map((area) => areaHtml(area, map))
  .join('\n')}
</section>
</main>
${closePage({})}`
}

function areaHtml({ title, sentence, components, rooms }: ToldArea, map: ToldMap): string {
  return `<h3>${title}</h3>
<p class="muted">${markup(sentence)}</p>
${components.length === 0 ? '' : list(components, map, (component) => `<p>${markup(component.sentence)}</p>`)}
${rooms.length === 0 ? '' : roomWords(map)}
${rooms.map((room) => roomHtml(room, map)).join('\n')}`
}

function roomWords(map: ToldMap): string {
  const kinds = kindsOn(map).filter((kind) => kindFacts(kind).area === 'namespaces')
  const rows = kinds.map((kind) => {
    const { title, sentence } = kindFacts(kind)
    return `<div><dt>${title}</dt><dd>${markup(sentence)}</dd></div>`
  })
  return `<dl>${rows.join('\n')}</dl>`
}

const LANE_IDS: readonly Lane[] = ['doors', 'workloads', 'data']

function roomHtml({ namespace, lanes }: Room, map: ToldMap): string {
  const parts = LANE_IDS.filter((id) => lanes[id].length > 0).map(
    (id) => `<h5>${LANES[id].title}</h5>\n${list(lanes[id], map, () => '')}`,
  )
  return `<h4>Namespace ${text(namespace.title)}</h4>
<p>${marksHtml(namespace)}</p>
${parts.join('\n')}`
}

function list(
  components: readonly MapComponent[],
  map: ToldMap,
  more: (component: MapComponent) => string,
): string {
  const members = components.map((component) => {
    const { title, note } = component
    const aside = [note, runnerOf(component, map)].filter(Boolean).map(text).join(' · ')
    return `<li><b>${text(title)}</b> <span class="muted">${aside}</span> ${marksHtml(component)}${more(component)}</li>`
  })
  return `<ul>${members.join('\n')}</ul>`
}

function marksHtml(component: MapComponent): string {
  return marksOf(component)
    .map(({ sign, words }) =>
      sign === undefined
        ? markup(words)
        : `<strong class="${SIGN_CLASSES[sign]}"><span aria-hidden="true">${SIGN_SHAPES[sign]}</span> ${markup(words)}</strong>`,
    )
    .join(' ')
}

// On a narrow screen the drawing keeps a size that can be read, and is moved within its frame.
const PAGE_STYLE = `
main{max-width:92rem;margin:0 auto;padding:1rem}
.chart{overflow-x:auto;border:1px solid var(--line);border-radius:6px}
.chart svg{display:block;inline-size:100%;min-inline-size:1080px;block-size:auto}
h4{font:600 1.1rem/1.3 var(--serif);margin:1.4em 0 .2em}
h5{font:600 .9rem/1.3 var(--sans);margin:.8em 0 0;color:var(--muted)}
li{margin-block:.35em}li p{margin:0}
li strong,p strong{margin-inline-end:.5em}
dl div{margin-block:.2em}dt{font-weight:600;display:inline}dt::after{content:": "}dd{display:inline;margin:0}
@media print{.chart{border:0;overflow:visible}.chart svg{min-inline-size:0}}
`
