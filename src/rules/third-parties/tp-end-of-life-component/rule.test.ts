import { expect, it } from 'vitest'
import { readYaml } from '../../../intake/yaml/read-yaml.ts'
import { resourceOf } from '../../../model/resource.ts'
import { createScene } from '../../../model/scene.ts'
import { NEWEST_KUBERNETES } from '../../../model/version.ts'
import { judge } from '../../judge.ts'
import { tpEndOfLifeComponent } from './rule.ts'

it.each([
  { image: 'postgres:13', today: '2025-11-13', messages: [] },
  {
    image: 'postgres:13.2-alpine',
    today: '2025-11-14',
    messages: [
      'Container "web" runs PostgreSQL 13, whose support ended on 2025-11-13: flaws found since stay open.',
    ],
  },
  // Follows the newest 7.x of PHP, and all of them have ended.
  {
    image: 'php:7-fpm',
    today: '2026-11-24',
    messages: [
      'Container "web" runs PHP 7, whose support ended on 2022-11-28: flaws found since stay open.',
    ],
  },
  { image: 'redis:7', today: '2026-11-24', messages: [] },
  { image: 'redis:99.1', today: '2026-11-24', messages: [] },
  { image: 'grafana/promtail:3.5.0', today: '2026-03-02', messages: [] },
])('says of $image on $today: $messages', ({ image, today, messages }) => {
  const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'web', image }] } }
  const { documents } = readYaml({ file: 'pod.json', text: JSON.stringify(pod) })
  const scene = createScene(documents.map(resourceOf), {
    kubernetes: NEWEST_KUBERNETES,
    offering: 'none',
    today,
  })
  const charges = judge(scene, [tpEndOfLifeComponent])
  expect(charges.map(({ complaint }) => complaint.message)).toEqual(messages)
})
