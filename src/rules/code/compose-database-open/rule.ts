import { defineRule } from '../../rule.ts'
import { portsOf, type PublishedPort } from '../compose-service.ts'
import { toldOnce } from '../told-once.ts'

export const composeDatabaseOpen = defineRule({
  id: 'compose-database-open',
  title: 'Publish databases on the own machine only',
  topic: 'image-content',
  severity: 'medium',
  references: [
    {
      title: 'Docker: Port publishing and mapping',
      url: 'https://docs.docker.com/engine/network/port-publishing/',
    },
    {
      title: 'Compose file reference, ports',
      url: 'https://docs.docker.com/reference/compose-file/services/#ports',
    },
  ],

  subject: ['ComposeService'],
  check: toldOnce((service) => {
    if (service.get('network_mode')?.value === 'host') return []
    return portsOf(service).flatMap((port) => {
      const store = STORES.get(port.target ?? 0)
      if (store === undefined || !isEverywhere(port)) return []
      const message = `Service "${service.name}" publishes ${store} (${port.target}) on all addresses of the machine, past its firewall.`
      return [{ place: port.place, message, sure: true }]
    })
  }),
})

// An address that a variable gives may be a narrow one: whoever wrote it thought of that.
function isEverywhere({ address }: PublishedPort): boolean {
  return address === undefined || address === '' || address === '0.0.0.0' || address === '::'
}

// Source: the pages of the official images on Docker Hub, read 2026-11-25.
const STORES: ReadonlyMap<number, string> = new Map([
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [2379, 'etcd'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [5672, 'RabbitMQ'],
  [5984, 'CouchDB'],
  [6379, 'Redis'],
  [7687, 'Neo4j'],
  [8086, 'InfluxDB'],
  [9042, 'Cassandra'],
  [9200, 'Elasticsearch'],
  [11211, 'Memcached'],
  [26257, 'CockroachDB'],
  [27017, 'MongoDB'],
])
