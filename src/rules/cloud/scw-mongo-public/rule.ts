import { anyOf, hasBlock, isOn, not } from '../../../analysis/terraform/answers.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwMongoPublic = defineRule({
  id: 'scw-mongo-public',
  title: 'Keep MongoDB on a private network, with snapshots',
  topic: 'cloud-data',
  severity: 'high',
  references: [scalewayResource('scaleway_mongodb_instance')],

  subject: ['scaleway_mongodb_instance'],
  check(database) {
    const isChosen = hasBlock(database, 'public_network')
    const place = database.at(isChosen === 'no' ? 'private_network' : 'public_network')
    // Without either network a public endpoint is made.
    const isPublic = anyOf(isChosen, not(hasBlock(database, 'private_network')))
    const open = complain(isPublic, place, {
      wrong: `MongoDB "${database.name}" has a public address.`,
      unclear: `Whether MongoDB "${database.name}" has a public address cannot be told.`,
    })
    return [...open, ...snapshotComplaint(database)]
  },
})

function snapshotComplaint(database: Resource): readonly Complaint[] {
  const schedule = database.get('is_snapshot_schedule_enabled')
  if (schedule === undefined) return []
  return complain(not(isOn(schedule, true)), schedule.place, {
    wrong: `No snapshots of MongoDB "${database.name}" are taken.`,
    unclear: `Whether snapshots of MongoDB "${database.name}" are taken cannot be told.`,
  })
}
