import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complainUnless, isTrue, type Wanted } from '../wanted.ts'

export const cacheTls = defineRule({
  id: 'cache-tls',
  title: 'Encrypt managed caches, and let nobody in without a password',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    {
      title: 'Amazon ElastiCache: Data security',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/encryption.html',
    },
    {
      title: 'Memorystore for Redis: In-transit encryption',
      url: 'https://cloud.google.com/memorystore/docs/redis/about-in-transit-encryption',
    },
  ],

  subject: ['aws_elasticache_replication_group', 'google_redis_instance', 'azurerm_redis_cache'],
  check: (cache) =>
    wantedOf(cache).flatMap((wanted): readonly Complaint[] => complainUnless(cache, wanted)),
})

// Defaults by the documentation of the providers aws, google and azurerm, read 2026-11-25.
function wantedOf(cache: Resource): readonly Wanted[] {
  const untold = `Whether cache "${cache.name}" is guarded well cannot be told.`
  const plainly = `Programs speak to cache "${cache.name}" in plain text, password and all.`
  switch (cache.type) {
    case 'aws_elasticache_replication_group':
      // A member of a global group is what the first one is.
      if (cache.get('global_replication_group_id') !== undefined) return []
      return [
        { names: ['transit_encryption_enabled'], isSound: isTrue, fault: plainly, untold },
        {
          names: ['at_rest_encryption_enabled'],
          isSound: (value) => isTrue(value) || (value === undefined && mayBeValkey(cache)),
          fault: `What cache "${cache.name}" writes to disks and backups is plain text.`,
          untold,
        },
      ]
    case 'google_redis_instance':
      return [
        {
          names: ['transit_encryption_mode'],
          isSound: (value) => value === 'SERVER_AUTHENTICATION',
          fault: plainly,
          untold,
        },
        {
          names: ['auth_enabled'],
          isSound: isTrue,
          fault: `Cache "${cache.name}" asks nobody for a password: whoever reaches it reads all.`,
          untold,
        },
      ]
    default:
      return [
        {
          names: ['non_ssl_port_enabled', 'enable_non_ssl_port'],
          isSound: (value) => !isTrue(value),
          fault: plainly,
          untold,
        },
      ]
  }
}

// That engine is encrypted at rest unless it is told otherwise.
function mayBeValkey(cache: Resource): boolean {
  const engine = cache.get('engine')
  return engine !== undefined && (!engine.resolved || engine.value === 'valkey')
}
