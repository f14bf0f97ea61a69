import { SHAPES } from '../headline.ts'
import { STATE_CLASSES } from '../html/words.ts'
import { WAIVED_SHAPE } from '../waiver.ts'
import type { Mark } from './marks.ts'

type Sign = NonNullable<Mark['sign']>

/** The shape of each mark. */
export const SIGN_SHAPES: Readonly<Record<Sign, string>> = {
  ...SHAPES,
  low: '●',
  waived: WAIVED_SHAPE,
}

/** The class of each mark: its colour. */
export const SIGN_CLASSES: Readonly<Record<Sign, string>> = {
  ...STATE_CLASSES,
  low: 'low',
  waived: 'waived',
}
