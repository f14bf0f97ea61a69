import { allOf, hasMembers, isOn, isOneOf, not } from '../../../analysis/terraform/answers.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'
import { isPrivate, listensAt, redirects, speaksHttp } from '../lb-frontends.ts'

const BALANCER = 'scaleway_lb'
const FRONTEND = 'scaleway_lb_frontend'

export const scwLbClear = defineRule({
  id: 'scw-lb-clear',
  title: 'Encrypt the way to load balancers and behind them',
  topic: 'node-network',
  severity: 'high',
  references: [
    scalewayResource(FRONTEND),
    scalewayResource(BALANCER),
    scalewayResource('scaleway_lb_backend'),
  ],

  subject: [BALANCER, FRONTEND, 'scaleway_lb_backend'],
  check(resource, scene) {
    if (resource.type === FRONTEND) return frontendComplaints(resource, scene)
    return resource.type === BALANCER ? levelComplaint(resource) : backendComplaint(resource)
  },
})

function frontendComplaints(frontend: Resource, scene: Scene): readonly Complaint[] {
  const isHttp = speaksHttp(frontend, scene)
  const isPlain = allOf(
    listensAt(frontend, 80),
    isHttp,
    not(redirects(frontend, scene)),
    not(isPrivate(frontend, scene)),
  )
  const isBare = allOf(
    listensAt(frontend, 443),
    isHttp,
    not(hasMembers(frontend.get('certificate_ids'))),
  )
  return [
    ...complain(isPlain, frontend.at('inbound_port'), {
      wrong: `Frontend "${frontend.name}" serves pages in the clear on port 80, and sends nobody on to HTTPS.`,
      unclear: `Whether frontend "${frontend.name}" serves pages in the clear on port 80 cannot be told.`,
    }),
    ...complain(isPlain === 'no' ? isBare : 'no', frontend.at('certificate_ids'), {
      wrong: `Frontend "${frontend.name}" speaks HTTP on port 443 without a certificate: the way is in the clear.`,
      unclear: `Whether frontend "${frontend.name}" encrypts on port 443 cannot be told.`,
    }),
  ]
}

function levelComplaint(balancer: Resource): readonly Complaint[] {
  const level = balancer.get('ssl_compatibility_level')
  if (level === undefined) return []
  return complain(isOneOf(level, ['ssl_compatibility_level_old'], ''), level.place, {
    wrong: `Load balancer "${balancer.name}" accepts versions of TLS that are broken.`,
    unclear: `Which versions of TLS load balancer "${balancer.name}" accepts cannot be told.`,
  })
}

function backendComplaint(backend: Resource): readonly Complaint[] {
  const setting = backend.get('ignore_ssl_server_verify')
  if (setting === undefined) return []
  const isBlind = allOf(isOn(setting, false), isOn(backend.get('ssl_bridging'), false))
  return complain(isBlind, setting.place, {
    wrong: `Backend "${backend.name}" takes any certificate: whoever stands between is believed.`,
    unclear: `Whether backend "${backend.name}" checks certificates cannot be told.`,
  })
}
