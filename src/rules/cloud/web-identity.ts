import { referentOf } from '../../analysis/terraform/joins.ts'
import type { Condition, Statement } from '../../analysis/terraform/policy-document.ts'
import { isPlaceholder } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** Why more than one service account may take a role; `sure` is false when nobody can tell whether it may. */
export interface Weakness {
  readonly sure: boolean
  readonly told: string
}

/**
 * What is weak about a statement that lets tokens of a cluster take `role`; undefined when it names one account of one
 * namespace, or when the tokens are those of something else than a cluster.
 */
export function weaknessOf(
  statement: Statement,
  role: Resource,
  scene: Scene,
): Weakness | undefined {
  const providers = providersOf(statement, role, scene)
  const issuer = issuerOf(statement, providers)
  if (issuer === 'other') return undefined
  const { conditions } = statement
  if (conditions === undefined) return { sure: false, told: 'its conditions were not read' }
  const weakness = subjectWeakness(conditions) ?? audienceWeakness(conditions, providers)
  return weakness && { ...weakness, sure: weakness.sure && issuer === 'cluster' }
}

const ACCOUNT = 'system:serviceaccount:'

function issuerOf(
  { principals, conditions = [] }: Statement,
  providers: readonly Resource[],
): 'cluster' | 'other' | 'unknown' {
  const subjects = conditions.filter(isAbout('sub')).flatMap(({ values }) => values)
  if (subjects.some((value) => value.startsWith(ACCOUNT))) return 'cluster'
  const told = [
    ...principals.flatMap(({ identifiers }) => identifiers),
    ...conditions.map(({ variable }) => variable),
    ...providers.map((provider) => String(provider.get('url')?.value)),
  ]
  if (told.some((text) => /oidc\.eks\.|aws_eks_cluster\./.test(text))) return 'cluster'
  // A name with a dot that stands outside of holes is the host of somebody else: GitHub, Google, Cognito.
  const isNamed = told.some((text) => /[\w-]\.[a-z]/.test(text.replaceAll(/\$\{[^}]*\}/g, '')))
  const isForeign = subjects.some((value) => !isPlaceholder(value) && value !== '*')
  return isNamed || isForeign ? 'other' : 'unknown'
}

function subjectWeakness(conditions: readonly Condition[]): Weakness | undefined {
  const own = conditions.filter(isAbout('sub'))
  if (own.length === 0) {
    if (conditions.some(({ variable }) => variable.endsWith('}')))
      return { sure: false, told: 'a condition was not read' }
    return { sure: true, told: 'every service account of the cluster: no condition names its :sub' }
  }
  const answers = own.map(boundOf)
  if (answers.includes('exact')) return undefined
  if (answers.includes('unknown')) return { sure: false, told: 'its :sub was not read' }
  const loose = own.flatMap(({ values }) => values).find((value) => /[*?]/.test(value))
  return {
    sure: true,
    told: `more than one service account: its :sub is ${loose ?? 'not compared'}`,
  }
}

// Without a condition on the audience, the list of the identity provider decides.
function audienceWeakness(
  conditions: readonly Condition[],
  providers: readonly Resource[],
): Weakness | undefined {
  if (conditions.some(isAbout('aud'))) return undefined
  const audiences = providers.flatMap((provider) => provider.list('client_id_list'))
  if (audiences.length === 0) return { sure: false, told: 'no condition names the :aud of tokens' }
  const foreign = audiences.filter(({ value }) => !String(value).startsWith('sts.'))
  if (foreign.length === 0) return undefined
  const told = 'tokens that were made for somebody else: no condition names their :aud'
  return { sure: foreign.some(({ resolved }) => resolved), told }
}

function isAbout(claim: 'sub' | 'aud'): (condition: Condition) => boolean {
  return ({ variable, values }) =>
    variable.endsWith(`:${claim}`) ||
    // What such a name is compared with is the subject, whatever holds its key.
    (claim === 'sub' && values.some((value) => value.startsWith(ACCOUNT)))
}

function boundOf({ test, values }: Condition): 'exact' | 'loose' | 'unknown' {
  // A hole cannot widen what is compared letter by letter.
  if (/^(?:ForAnyValue:)?StringEquals(?:IgnoreCase)?(?:IfExists)?$/.test(test)) return 'exact'
  if (!/^(?:ForAnyValue:)?StringLike(?:IfExists)?$/.test(test)) return 'loose'
  if (values.some((value) => /[*?]/.test(value.replaceAll(/\$\{[^}]*\}/g, '')))) return 'loose'
  return values.some(isPlaceholder) ? 'unknown' : 'exact'
}

function providersOf(statement: Statement, role: Resource, scene: Scene): readonly Resource[] {
  const identifiers = statement.principals.flatMap((principal) => principal.identifiers)
  return identifiers
    .flatMap(
      (value) => referentOf({ value, place: role.place, resolved: false }, role, scene) ?? [],
    )
    .filter(({ type }) => type === 'aws_iam_openid_connect_provider')
}
