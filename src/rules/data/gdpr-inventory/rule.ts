import { dataStores } from '../../../analysis/data-stores/data-store.ts'
import { STORE_RESOURCES } from '../../../analysis/data-stores/store-kinds.data.ts'
import { defineRule } from '../../rule.ts'
import { declaresAny, isDeclared, prefixIn } from '../data-class.ts'
import { isWorthCopying } from '../kept-data.ts'

export const gdprInventory = defineRule({
  id: 'gdpr-inventory',
  title: 'Say of every data store what it holds about people',
  topic: 'personal-data',
  severity: 'medium',
  references: [
    {
      title: 'GDPR, Article 30: records of processing activities',
      url: 'https://gdpr-info.eu/art-30-gdpr/',
    },
    {
      title: 'CNIL: record of processing activities',
      url: 'https://www.cnil.fr/en/record-processing-activities',
    },
  ],

  subject: ['StatefulSet', 'Deployment', ...Object.keys(STORE_RESOURCES)],
  check(resource, scene) {
    if (!isWorthCopying(resource, scene) || isDeclared(resource, scene)) return []
    const sure = declaresAny(scene)
    const stores = dataStores(scene).filter((store) => isWorthCopying(store.resource, scene))
    // Where nothing is declared at all, one question stands for all stores.
    if (!sure && stores[0]?.resource !== resource) return []
    const title = stores.find((store) => store.resource === resource)?.title ?? 'A data store'
    const what = `${title} of ${resource.kind} "${resource.name}"`
    return [
      {
        place: resource.at('metadata', 'annotations', `${prefixIn(scene)}/data-class`),
        message: sure
          ? `${what} declares no class of data, as others of the estate do: none, personal, special, health or payment.`
          : `Whether ${what} holds data about people is declared nowhere in the estate.`,
        sure,
      },
    ]
  },
})
