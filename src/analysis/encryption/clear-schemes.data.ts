/** A scheme of URLs that speaks in clear. `isCommon`: so usual inside of a cluster that only the way out counts. */
export interface ClearScheme {
  readonly title: string
  readonly isCommon?: boolean
}

/**
 * Schemes that speak in clear where a sister scheme speaks TLS. Sources: IANA, Uniform Resource Identifier schemes, and
 * the clients' manuals. Read 2026-11-24.
 */
export const CLEAR_SCHEMES: ReadonlyMap<string, ClearScheme> = new Map([
  ['redis', { title: 'Redis' }],
  ['valkey', { title: 'Valkey' }],
  ['amqp', { title: 'AMQP' }],
  ['mqtt', { title: 'MQTT' }],
  ['stomp', { title: 'STOMP' }],
  ['mongodb', { title: 'MongoDB' }],
  ['memcached', { title: 'Memcached' }],
  ['bolt', { title: 'Neo4j' }],
  ['plaintext', { title: 'Kafka' }],
  ['sasl_plaintext', { title: 'Kafka' }],
  ['ldap', { title: 'LDAP' }],
  ['smtp', { title: 'SMTP' }],
  ['imap', { title: 'IMAP' }],
  ['pop3', { title: 'POP3' }],
  ['ftp', { title: 'FTP' }],
  ['telnet', { title: 'Telnet' }],
  ['http', { title: 'HTTP', isCommon: true }],
  ['ws', { title: 'WebSocket', isCommon: true }],
])

/** Hosts whose http addresses are names of vocabularies or of the node's own services, not places to send data to. */
export const NO_PLACES =
  /(?:^|\.)(?:w3\.org|xmlsoap\.org|xml\.org|json-schema\.org|apache\.org|sun\.com|jcp\.org|springframework\.org|opengis\.net|purl\.org|schema\.org|iana\.org|mozilla\.org|metadata\.google\.internal)$|^169\.254\./
