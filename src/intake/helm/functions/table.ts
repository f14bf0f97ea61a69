import type { GoFunction } from '../template/run.ts'
import { BUILTINS } from './builtins.ts'
import { DATES } from './dates.ts'
import { DEFAULTS } from './defaults.ts'
import { DICTS } from './dicts.ts'
import { FORMATS } from './formats.ts'
import { LISTS } from './lists.ts'
import { MATH } from './math.ts'
import { PATHS } from './paths.ts'
import { REGEXES } from './regexes.ts'
import { SECRETS } from './secrets.ts'
import { SEMVER } from './semver.ts'
import { STRINGS } from './strings.ts'
import { TEMPLATES } from './templates.ts'
import { WORDS } from './words.ts'

/** Every function of Helm 4.1 by its name: Go's own, Sprig 3.3 without env and expandenv, and Helm's. */
export const FUNCTIONS: ReadonlyMap<string, GoFunction> = new Map(
  Object.entries({
    ...BUILTINS,
    ...DEFAULTS,
    ...STRINGS,
    ...WORDS,
    ...LISTS,
    ...DICTS,
    ...MATH,
    ...DATES,
    ...SECRETS,
    ...SEMVER,
    ...REGEXES,
    ...PATHS,
    ...FORMATS,
    ...TEMPLATES,
  }),
)
