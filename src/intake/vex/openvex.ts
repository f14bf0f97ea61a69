import { isMapping, memberOf, valueAt } from '../../model/part.ts'
import type { SpokenStatement, Statement } from '../../model/vex.ts'
import { listAt, textAt, textsAt } from './texts.ts'

const STATUSES = ['not_affected', 'affected', 'fixed', 'under_investigation'] as const

/** The statements of an OpenVEX document. Products may be package URLs or hold the packages as subcomponents. */
export function openVexStatements(document: unknown, from: string): readonly SpokenStatement[] {
  return listAt(document, 'statements').flatMap((each): readonly SpokenStatement[] => {
    const status = STATUSES.find((known) => known === textAt(each, 'status'))
    const named = memberOf(each, 'vulnerability')
    const id = isMapping(named)
      ? (textAt(named, 'name') ?? textAt(named, '@id'))
      : textAt(each, 'vulnerability')
    if (status === undefined || id === undefined) return []
    const statement: Statement = {
      status,
      justification: textAt(each, 'justification'),
      note:
        textAt(each, 'impact_statement') ??
        textAt(each, 'status_notes') ??
        textAt(each, 'action_statement'),
      from,
    }
    const products = listAt(each, 'products')
    return [
      { ids: [id, ...textsAt(named, 'aliases')], purls: products.flatMap(purlsOf), statement },
    ]
  })
}

// What is inside of a product is what the statement is about, where the product is an image or a program.
function purlsOf(product: unknown): readonly string[] {
  const parts = listAt(product, 'subcomponents').flatMap(ownPurls)
  return parts.length > 0 ? parts : ownPurls(product)
}

function ownPurls(product: unknown): readonly string[] {
  const named = [product, textAt(product, '@id'), valueAt(product, ['identifiers', 'purl'])]
  return [...new Set(named.filter((each): each is string => typeof each === 'string'))]
}
