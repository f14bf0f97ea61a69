import { allOf, anyOf, hasBlock, not } from '../../../analysis/terraform/answers.ts'
import { targetOf, type Answer } from '../../../analysis/terraform/joins.ts'
import { isLinkedAnywhere } from '../../../analysis/terraform/unread-modules.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { openingOf, rangesOf } from '../access-lists.ts'
import { complain, scalewayResource } from '../complain.ts'

const DATABASE = 'scaleway_rdb_instance'
const LIST = 'scaleway_rdb_acl'
const LINK = { type: LIST, path: ['instance_id'] } as const

export const scwRdbPublic = defineRule({
  id: 'scw-rdb-public',
  title: 'Keep managed databases off the open internet',
  topic: 'cloud-data',
  severity: 'critical',
  references: [
    scalewayResource(DATABASE),
    {
      title: 'Scaleway: How to manage allowed IP addresses for Databases',
      url: 'https://www.scaleway.com/en/docs/managed-databases-for-postgresql-and-mysql/how-to/manage-allowed-ip-addresses/',
    },
  ],

  subject: [DATABASE, LIST],
  check(resource, scene) {
    return resource.type === LIST
      ? listComplaint(resource, scene)
      : databaseComplaint(resource, scene)
  },
})

// A list of allowed addresses that is not there lets all of them in.
function databaseComplaint(database: Resource, scene: Scene): readonly Complaint[] {
  const isUnlisted = not(isLinkedAnywhere(database, LINK, scene))
  const isBoth = database.get('load_balancer') !== undefined
  const place = database.at(isBoth ? 'load_balancer' : 'private_network')
  return complain(allOf(isPublic(database), isUnlisted), place, {
    wrong: `Database "${database.name}" has a public address and no scaleway_rdb_acl: everybody may connect.`,
    unclear: `Whether everybody may connect to database "${database.name}" cannot be told.`,
  })
}

function listComplaint(list: Resource, scene: Scene): readonly Complaint[] {
  const opening = openingOf(rangesOf(list, 'acl_rules'))
  if (opening === undefined) return []
  const database = targetOf(list, { type: DATABASE, path: LINK.path }, scene)
  // The list is asked at the public endpoint alone.
  const isAsked = database === undefined ? 'cannot tell' : isPublic(database)
  return complain(allOf(opening.sure ? 'yes' : 'cannot tell', isAsked), opening.place, {
    wrong: `Access list "${list.name}" lets half of the internet or more connect to its database: ${opening.told}.`,
    unclear: `Whom access list "${list.name}" lets connect to its database cannot be told.`,
  })
}

// Without a private network a public endpoint is made.
function isPublic(database: Resource): Answer {
  return anyOf(hasBlock(database, 'load_balancer'), not(hasBlock(database, 'private_network')))
}
