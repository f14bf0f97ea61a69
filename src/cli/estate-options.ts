import type { EstateTerms } from '../app/scan.ts'
import type { Selection } from '../app/selection.ts'
import { misuse } from '../app/usage.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { chartInputs } from './chart-options.ts'
import { isOn, kubernetesOf, listOf, valueOf, wholeListOf, wordOf, wordsOf } from './read-flags.ts'
import type { Words } from './words.ts'

/** What `scan` and `fix` are told of the estate. */
export type EstateOptions = Pick<
  EstateTerms,
  | 'skipPaths'
  | 'kubernetes'
  | 'provider'
  | 'waivers'
  | 'cluster'
  | 'configFile'
  | 'charts'
  | 'advisories'
  | 'variableFiles'
  | 'declared'
>

/** Reads the flags that `scan` and `fix` share about what is read. */
export function estateOptions(words: Words): Result<EstateOptions> {
  const kubernetes = kubernetesOf(words)
  if (!kubernetes.ok) return kubernetes
  const provider = wordOf(words, '--provider', VOCABULARY.provider)
  if (!provider.ok) return provider
  const file = valueOf(words, '--waivers')
  const isOff = isOn(words, '--no-waivers')
  if (file !== undefined && isOff) return fail(TWO_MINDS)
  return succeed({
    skipPaths: wholeListOf(words, '--skip-path'),
    kubernetes: kubernetes.value,
    provider: provider.value,
    waivers: { file, isOff },
    cluster: valueOf(words, '--cluster'),
    charts: chartInputs(words),
    variableFiles: wholeListOf(words, '--var-file'),
  })
}

const TWO_MINDS = misuse(
  '--no-waivers',
  'A waiver file is named, and no waiver is to be heeded.',
  'Leave out --waivers or --no-waivers.',
)

/** Reads the flags that `scan` and `fix` share about what is judged. */
export function selectionOf(words: Words): Result<Selection> {
  const stops = wordsOf(words, '--stop', VOCABULARY.stop)
  if (!stops.ok) return stops
  return succeed({
    rules: listOf(words, '--rule'),
    skipRules: listOf(words, '--skip-rule'),
    stops: stops.value,
    namespaces: listOf(words, '--namespace'),
    excludeNamespaces: listOf(words, '--exclude-namespace'),
  })
}
