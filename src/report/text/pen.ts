import type { Severity } from '../../model/itinerary.ts'
import type { StopState } from '../../verdict/stops.ts'
import { SHAPES } from '../headline.ts'
import { asciiOnly, clip, printable } from '../printable.ts'
import type { Style } from '../report.ts'
import type { Rule } from '../told.ts'
import { WAIVED_SHAPE } from '../waiver.ts'

/** How a piece of text looks: a state's colour, or more or less weight. */
export type Tone = StopState | 'strong' | 'quiet'

/** Writes for one style of screen. Texts are measured before they are painted: paint takes no columns. */
export interface Pen {
  readonly width: number
  /** Text of the estate or of the user, made harmless: one line, nothing unseen, not endless. */
  readonly say: (text: string) => string
  readonly paint: (tone: Tone, text: string) => string
  readonly shape: (state: StopState | 'waived') => string
  /** What stands between parts of a line. */
  readonly joint: string
  /** What stands for text that was cut. */
  readonly mark: string
  /** The rule's id, a link to its first reference where the screen understands links. */
  readonly rule: (rule: Rule) => string
}

// Select Graphic Rendition, ECMA-48 8.3.117: colours that both dark and light screens show.
const CODES: Readonly<Record<Tone, string>> = {
  Urgent: '1;31',
  Exposed: '31',
  Attention: '33',
  Clear: '32',
  'Not examined': '36',
  strong: '1',
  quiet: '2',
}

/** The tone of a severity: that of the state such a finding puts its stop in. */
export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = {
  critical: 'Urgent',
  high: 'Exposed',
  medium: 'Attention',
  low: 'quiet',
}

const ALL_SHAPES = { ...SHAPES, waived: WAIVED_SHAPE }

const ASCII_SHAPES: Readonly<Record<StopState | 'waived', string>> = {
  Clear: 'ok',
  Attention: '!',
  Exposed: '!!',
  Urgent: '!!!',
  'Not examined': '?',
  waived: '(-)',
}

// A hostile name may be as long as a file may be large.
const LONGEST_TEXT = 500

/** Makes the pen of a style. */
export function createPen({ color, ascii, width, links }: Style): Pen {
  const mark = ascii ? '..' : '…'
  const seen = ascii ? asciiOnly : printable
  return {
    width,
    say: (text) => clip(seen(clip(text, LONGEST_TEXT, mark)), LONGEST_TEXT, mark),
    paint: (tone, text) => (color && text !== '' ? sgr(CODES[tone], text) : text),
    shape: (state) => (ascii ? ASCII_SHAPES : ALL_SHAPES)[state],
    joint: ascii ? ' - ' : ' · ',
    mark,
    rule: (rule) => (links ? hyperlink(rule.references[0]?.url, rule.id) : rule.id),
  }
}

function sgr(code: string, text: string): string {
  return `\u001B[${code}m${text}\u001B[0m`
}

// OSC 8: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
function hyperlink(url: string | undefined, text: string): string {
  return url === undefined ? text : `\u001B]8;;${url}\u001B\\${text}\u001B]8;;\u001B\\`
}
