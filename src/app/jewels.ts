import type { Jewel } from '../verdict/jewels.ts'
import type { Config } from './config/load-config.ts'
import { matchWords, objectMatcher } from './object-match.ts'

/** The crown jewels that a configuration names. */
export function jewelsOf(config: Config, workingFolder: string): readonly Jewel[] {
  const at = config.origins.get('crownJewels') ?? ''
  return (config.values.crownJewels ?? []).map((match) => ({
    words: matchWords(match),
    at,
    isMatch: objectMatcher(match, config, workingFolder),
  }))
}
