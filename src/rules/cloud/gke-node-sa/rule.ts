import { allOf, answerOf } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Field } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { GKE_NODE_KINDS, gkePage, googleResource, nodePoolsIn } from '../gke.ts'

const ACCOUNT = ['node_config', 0, 'service_account'] as const

export const gkeNodeSa = defineRule({
  id: 'gke-node-sa',
  title: 'Give the nodes of GKE an account of their own',
  topic: 'node-machines',
  severity: 'high',
  references: [
    gkePage('About service accounts in GKE', 'how-to/service-accounts'),
    googleResource('node_pool'),
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9020'] },

  subject: GKE_NODE_KINDS,
  check(resource) {
    return nodePoolsIn(resource).flatMap(({ part, told, exists }) =>
      complain(allOf(exists, isDefault(part.get(...ACCOUNT))), part.at(...ACCOUNT), {
        wrong: `${told} runs as the project's default account, whose rights nobody chose for nodes.`,
        unclear: `${told} may run as the project's default account: its service_account cannot be told.`,
      }),
    )
  },
})

function isDefault(account: Field | undefined): Answer {
  if (account === undefined) return 'yes'
  const text = String(account.value)
  if (account.resolved) return answerOf(DEFAULT_ACCOUNT.test(text))
  if (NAMED_DEFAULT.test(text)) return 'yes'
  return account.value === undefined || MAY_BE_DEFAULT.test(text) ? 'cannot tell' : 'no'
}

const DEFAULT_ACCOUNT = /^(?:default)?$|-compute@developer\.gserviceaccount\.com$/
const NAMED_DEFAULT =
  /^\$\{data\.google_compute_default_service_account\.|-compute@developer\.gserviceaccount\.com$/
const MAY_BE_DEFAULT =
  /^\$\{(?:module\.[^.]+\.)*(?:var|local|each|module)\.|\?|\b(?:try|coalesce|lookup|one)\(/
