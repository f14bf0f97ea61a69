import { isList, isMapping, memberOf, valueAt } from '../../model/part.ts'
import type { SpokenStatement, Statement } from '../../model/vex.ts'
import { listAt, textAt, textsAt } from './texts.ts'

// Source: CSAF 2.0, section 3.2.3.9 "Product Status" and profile 5, VEX, read 2026-11-25.
const STATUSES = [
  ['known_not_affected', 'not_affected'],
  ['known_affected', 'affected'],
  ['fixed', 'fixed'],
  ['first_fixed', 'fixed'],
  ['under_investigation', 'under_investigation'],
] as const

/** The statements of a CSAF document. Products are found by the package URLs in its tree. */
export function csafStatements(document: unknown, from: string): readonly SpokenStatement[] {
  const purls = productPurls(memberOf(document, 'product_tree'))
  return listAt(document, 'vulnerabilities').flatMap((each) => {
    const ids = [
      ...[textAt(each, 'cve')].flatMap((id) => id ?? []),
      ...listAt(each, 'ids').flatMap((id) => textAt(id, 'text') ?? []),
    ]
    return STATUSES.flatMap(([field, status]): readonly SpokenStatement[] => {
      const products = textsAt(memberOf(each, 'product_status'), field)
      const found = products.flatMap((product) => purls.get(product) ?? [])
      if (ids.length === 0 || found.length === 0) return []
      return [{ ids, purls: found, statement: statementOf(each, { status, products, from }) }]
    })
  })
}

function statementOf(
  vulnerability: unknown,
  {
    status,
    products,
    from,
  }: Pick<Statement, 'status' | 'from'> & { readonly products: readonly string[] },
): Statement {
  const concerns = (entry: unknown): boolean =>
    textsAt(entry, 'product_ids').some((id) => products.includes(id))
  const flag = listAt(vulnerability, 'flags').find(concerns)
  const threat = listAt(vulnerability, 'threats').find(
    (each) => textAt(each, 'category') === 'impact' && concerns(each),
  )
  return { status, justification: textAt(flag, 'label'), note: textAt(threat, 'details'), from }
}

const MOST_LEVELS = 60

// Branches hold branches; a relationship makes a product of two others, of which the part is what advisories know.
function productPurls(tree: unknown): ReadonlyMap<string, readonly string[]> {
  const purls = new Map<string, readonly string[]>()
  const add = (product: unknown): void => {
    const id = textAt(product, 'product_id')
    const purl = valueAt(product, ['product_identification_helper', 'purl'])
    if (id !== undefined && typeof purl === 'string') purls.set(id, [purl])
  }
  const walk = (branches: unknown, depth: number): void => {
    if (!isList(branches) || depth > MOST_LEVELS) return
    for (const branch of branches) {
      if (isMapping(memberOf(branch, 'product'))) add(memberOf(branch, 'product'))
      walk(memberOf(branch, 'branches'), depth + 1)
    }
  }
  walk(memberOf(tree, 'branches'), 0)
  for (const product of listAt(tree, 'full_product_names')) add(product)
  for (const relation of listAt(tree, 'relationships')) {
    const id = valueAt(relation, ['full_product_name', 'product_id'])
    const part = purls.get(textAt(relation, 'product_reference') ?? '')
    if (typeof id === 'string' && part !== undefined) purls.set(id, part)
  }
  return purls
}
