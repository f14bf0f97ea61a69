/**
 * A port by which a protocol is commonly spoken in clear. `mayUpgrade`: the same port can speak TLS, if both ends are
 * told to. `outside`: a NodePort counts as well, not only a load balancer.
 */
export interface ClearPort {
  readonly protocol: string
  readonly mayUpgrade: boolean
  readonly outside: boolean
}

/** Source: IANA, Service Name and Transport Protocol Port Number Registry, and the programs' manuals. Read 2026-11-24. */
export const CLEAR_PORTS: ReadonlyMap<number, ClearPort> = new Map([
  // Load balancers of clouds ask NodePorts for http, so only their own port counts.
  [80, { protocol: 'HTTP', mayUpgrade: false, outside: false }],
  [8080, { protocol: 'HTTP', mayUpgrade: false, outside: false }],
  [15672, { protocol: 'the console of RabbitMQ', mayUpgrade: false, outside: true }],
  [21, { protocol: 'FTP', mayUpgrade: true, outside: true }],
  [23, { protocol: 'Telnet', mayUpgrade: false, outside: true }],
  [389, { protocol: 'LDAP', mayUpgrade: true, outside: true }],
  [1883, { protocol: 'MQTT', mayUpgrade: false, outside: true }],
  [11211, { protocol: 'Memcached', mayUpgrade: true, outside: true }],
  [3306, { protocol: 'MySQL', mayUpgrade: true, outside: true }],
  [5432, { protocol: 'PostgreSQL', mayUpgrade: true, outside: true }],
  [6379, { protocol: 'Redis', mayUpgrade: true, outside: true }],
  [27017, { protocol: 'MongoDB', mayUpgrade: true, outside: true }],
  [9200, { protocol: 'Elasticsearch', mayUpgrade: true, outside: true }],
  [9042, { protocol: 'Cassandra', mayUpgrade: true, outside: true }],
  [9092, { protocol: 'Kafka', mayUpgrade: true, outside: true }],
  [5672, { protocol: 'AMQP', mayUpgrade: true, outside: true }],
  [2379, { protocol: 'etcd', mayUpgrade: true, outside: true }],
])
