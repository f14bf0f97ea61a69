import { answerOf, textOf } from '../../../analysis/terraform/answers.ts'
import { oncePerScene } from '../../../model/once-per-scene.ts'
import type { Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { aspectFor, personalDeclaration } from '../../data/data-class.ts'
import { daysOf } from '../../data/retention.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

// A break-in is often noticed after months, so a quarter of a year is our own least measure.
const AUDIT_DAYS = 90

export const scwCockpitRetention = defineRule({
  id: 'scw-cockpit-retention',
  title: 'Keep audit logs for months, and personal data no longer than declared',
  topic: 'managed-settings',
  severity: 'medium',
  references: [
    scalewayResource('scaleway_cockpit_source'),
    {
      title: 'General Data Protection Regulation, article 5(1)(e)',
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],

  subject: ['scaleway_cockpit_source'],
  check(source, scene) {
    const days = source.get('retention_days')
    if (days === undefined || source.get('type')?.value !== 'logs') return []
    const isAudit = /audit/i.test(`${source.name} ${textOf(source.get('name'))}`)
    return isAudit ? auditComplaint(source, days) : personalComplaint(source, days, scene)
  },
})

function auditComplaint(source: Resource, days: Field): readonly Complaint[] {
  const isShort = days.resolved ? answerOf(Number(days.value) < AUDIT_DAYS) : 'cannot tell'
  return complain(isShort, days.place, {
    wrong: `Audit logs of "${source.name}" are kept for ${Number(days.value)} days: break-ins are noticed later.`,
    unclear: `For how long audit logs of "${source.name}" are kept cannot be told.`,
  })
}

// Which programs write into the source is not known, so it can only be asked.
function personalComplaint(source: Resource, days: Field, scene: Scene): readonly Complaint[] {
  const limit = shortestRetention(scene)
  if (limit === undefined || (days.resolved && Number(days.value) <= limit)) return []
  return complain('cannot tell', days.place, {
    wrong: '',
    unclear: `Whether logs of "${source.name}" hold personal data past the ${limit} days declared for them cannot be told.`,
  })
}

const shortestRetention = oncePerScene((scene): number | undefined => {
  const limits = scene.resources.flatMap((resource) => {
    const declared = personalDeclaration(resource, scene)
    return declared ? (daysOf(aspectFor(declared, 'retention', scene)?.value) ?? []) : []
  })
  return limits.length === 0 ? undefined : Math.min(...limits)
})
