import type { Style } from '../report/report.ts'
import type { Host } from './host.ts'

/** What the user said of the look of the output. */
export interface Look {
  readonly color: 'auto' | 'always' | 'never'
  readonly ascii: boolean
  readonly width: number | undefined
}

// What reads well where nobody tells how wide the screen is.
const USUAL_WIDTH = 100
const NARROWEST = 40
const WIDEST = 400

/** The style of what goes to standard output. */
export function screenStyle(look: Look, host: Host): Style {
  const color = hasColor(look, host)
  const columns = host.columns ?? Number.parseInt(host.env['COLUMNS'] ?? '', 10)
  const found = Number.isNaN(columns) ? USUAL_WIDTH : Math.min(WIDEST, Math.max(NARROWEST, columns))
  return {
    color,
    ascii: look.ascii,
    width: look.width ?? found,
    links: host.isScreen && color && knowsLinks(host.env),
  }
}

/** The style of what goes to a file, where escapes would be noise. */
export function fileStyle(look: Look): Style {
  return {
    color: look.color === 'always',
    ascii: look.ascii,
    width: look.width ?? USUAL_WIDTH,
    links: false,
  }
}

/** The widths that can be asked for. */
export const WIDTHS = { narrowest: NARROWEST, widest: WIDEST } as const

// The flag, then NO_COLOR (no-color.org), then the two that force it, then whether somebody looks.
function hasColor({ color }: Look, { env, isScreen }: Host): boolean {
  if (color !== 'auto') return color === 'always'
  if ((env['NO_COLOR'] ?? '') !== '') return false
  const forced = env['FORCE_COLOR'] ?? env['CLICOLOR_FORCE']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (isKnownCi(env)) return true
  return isScreen && env['TERM'] !== 'dumb'
}

// Those whose logs show colours though no terminal is there.
const COLORFUL_CIS = [
  'GITHUB_ACTIONS',
  'GITEA_ACTIONS',
  'GITLAB_CI',
  'CIRCLECI',
  'BUILDKITE',
  'TRAVIS',
  'DRONE',
  'APPVEYOR',
] as const

function isKnownCi(env: Host['env']): boolean {
  return COLORFUL_CIS.some((name) => (env[name] ?? '') !== '')
}

const LINKING_PROGRAMS = ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper']
// VTE knows links since 0.50; it writes its version as one number.
const LINKING_VTE = 5000

// OSC 8 cannot be asked for: a terminal that knows it says its name.
function knowsLinks(env: Host['env']): boolean {
  return (
    LINKING_PROGRAMS.includes(env['TERM_PROGRAM'] ?? '') ||
    Number(env['VTE_VERSION'] ?? 0) >= LINKING_VTE ||
    env['WT_SESSION'] !== undefined ||
    env['TERM'] === 'xterm-kitty'
  )
}
