// Sixteen winds, as on the charts that gave Portolan its name.
const WINDS = 16
const CENTRE = { x: 1010, y: 210 }
const REACH = 1600

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * A compass rose as paths: the rhumb lines that leave it with its rings, to be stroked, and its star, to be filled. It
 * is ornament: nothing is told by it.
 */
export function compassRose(
  centre: Point,
  { size, reach }: { readonly size: number; readonly reach: number },
): { readonly lines: string; readonly star: string } {
  const around = (radius: number, turn: number): Point => pointAround(centre, radius, turn)
  return {
    lines: rhumbLines(centre, reach) + rings(centre, size),
    star: points(centre, size, around),
  }
}

const { lines, star } = compassRose(CENTRE, { size: 1, reach: REACH })

/** Rhumb lines from one compass rose, to stand behind the chart. They are ornament: nothing is told by them. */
export const ROSE =
  '<svg class="rose" viewBox="0 0 1200 640" preserveAspectRatio="xMaxYMin slice" aria-hidden="true" focusable="false">' +
  `<g fill="none" stroke="currentColor">${lines}</g>` +
  `<g fill="currentColor">${star}</g></svg>`

function rhumbLines(centre: Point, reach: number): string {
  return Array.from({ length: WINDS }, (_, wind) => {
    const end = pointAround(centre, reach, wind / WINDS)
    return `<path d="M${centre.x} ${centre.y}L${end.x} ${end.y}"/>`
  }).join('')
}

function rings({ x, y }: Point, size: number): string {
  return [64, 70, 118]
    .map((radius) => `<circle cx="${x}" cy="${y}" r="${radius * size}"/>`)
    .join('')
}

// Eight points, the four winds longer than those between; one half of each is left open, as engravers do.
function points(
  { x, y }: Point,
  size: number,
  around: (radius: number, turn: number) => Point,
): string {
  return Array.from({ length: 8 }, (_, point) => {
    const tip = around((point % 2 === 0 ? 112 : 78) * size, point / 8)
    const flank = around(22 * size, (point + 0.5) / 8)
    return `<path d="M${x} ${y}L${tip.x} ${tip.y} ${flank.x} ${flank.y}Z"/>`
  }).join('')
}

function pointAround(centre: Point, radius: number, turn: number): Point {
  const angle = turn * 2 * Math.PI
  const round = (value: number): number => Math.round(value * 10) / 10
  return {
    x: round(centre.x + radius * Math.sin(angle)),
    y: round(centre.y - radius * Math.cos(angle)),
  }
}
