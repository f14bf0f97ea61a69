// Sixteen winds, as on the charts that gave Portolan its name.
const WINDS = 16
const CENTRE = { x: 1010, y: 210 }
const REACH = 1600

/** Rhumb lines from one compass rose, to stand behind the chart. They are ornament: nothing is told by them. */
export const ROSE =
  '<svg class="rose" viewBox="0 0 1200 640" preserveAspectRatio="xMaxYMin slice" aria-hidden="true" focusable="false">' +
  `<g fill="none" stroke="currentColor">${rhumbLines()}${rings()}</g>` +
  `<g fill="currentColor">${points()}</g></svg>`

function rhumbLines(): string {
  return Array.from({ length: WINDS }, (_, wind) => {
    const end = around(REACH, wind / WINDS)
    return `<path d="M${CENTRE.x} ${CENTRE.y}L${end.x} ${end.y}"/>`
  }).join('')
}

function rings(): string {
  return [64, 70, 118]
    .map((radius) => `<circle cx="${CENTRE.x}" cy="${CENTRE.y}" r="${radius}"/>`)
    .join('')
}

// Eight points, the four winds longer than those between; one half of each is left open, as engravers do.
function points(): string {
  return Array.from({ length: 8 }, (_, point) => {
    const tip = around(point % 2 === 0 ? 112 : 78, point / 8)
    const flank = around(22, (point + 0.5) / 8)
    return `<path d="M${CENTRE.x} ${CENTRE.y}L${tip.x} ${tip.y} ${flank.x} ${flank.y}Z"/>`
  }).join('')
}

function around(radius: number, turn: number): { readonly x: number; readonly y: number } {
  const angle = turn * 2 * Math.PI
  const round = (value: number): number => Math.round(value * 10) / 10
  return {
    x: round(CENTRE.x + radius * Math.sin(angle)),
    y: round(CENTRE.y - radius * Math.cos(angle)),
  }
}
