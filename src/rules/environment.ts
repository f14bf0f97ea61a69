import type { Scene } from '../model/scene.ts'

const TEST_WORD =
  /(?:^|[-_.])(?:dev|develop|development|test|testing|tests|qa|uat|int|staging|stage|stg|preprod|sandbox|demo|preview)(?:[-_.\d]|$)/i
const PRODUCTION_WORD = /(?:^|[-_.])(?:prod|production|live)(?:[-_.\d]|$)/i
const LABELS = ['environment', 'env', 'stage', 'app.kubernetes.io/environment'] as const

/** Whether a namespace is one for tests, by a label or by its name. */
export function isForTests(namespace: string, scene: Scene): boolean {
  return wordsOf(namespace, scene).some((word) => TEST_WORD.test(word))
}

/** Whether a namespace is one for production, by a label or by its name. */
export function isForProduction(namespace: string, scene: Scene): boolean {
  return wordsOf(namespace, scene).some((word) => PRODUCTION_WORD.test(word))
}

/** The name of a namespace without the word for its environment: `shop` for `shop-staging`. */
export function systemName(namespace: string): string {
  return namespace.replace(TEST_WORD, '').replace(PRODUCTION_WORD, '')
}

// A label outranks the name.
function wordsOf(namespace: string, scene: Scene): readonly string[] {
  const labels = scene.find('Namespace', undefined, namespace)?.labels ?? {}
  const words = LABELS.flatMap((label) => labels[label] ?? [])
  return words.length > 0 ? words : [namespace]
}
