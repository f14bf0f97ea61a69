/**
 * A kind of data store: the names its images end in, the folders its data lie in, and the ports it speaks on in clear.
 * `isCache`: it may lose what it holds. `isQueue`: what it holds is on its way to somewhere else.
 */
export interface StoreKind {
  readonly title: string
  readonly images: readonly string[]
  readonly folders: readonly string[]
  readonly isCache?: boolean
  readonly isQueue?: boolean
}

/**
 * Data stores that are run in containers. Source: the pages of the official and the Bitnami images on Docker Hub and of
 * the vendors' own registries. Read 2026-11-24.
 */
export const STORE_KINDS: readonly StoreKind[] = [
  {
    title: 'PostgreSQL',
    images: [
      'postgres',
      'postgresql',
      'postgresql-repmgr',
      'postgis',
      'pgvector',
      'timescaledb',
      'timescaledb-ha',
      'crunchy-postgres',
      'spilo-15',
      'spilo-16',
      'spilo-17',
      'edb-postgres-advanced',
    ],
    folders: [
      '/var/lib/postgresql',
      '/var/lib/pgsql',
      '/bitnami/postgresql',
      '/pgdata',
      '/home/postgres/pgdata',
    ],
  },
  {
    title: 'MySQL',
    images: [
      'mysql',
      'mysql-server',
      'community-server',
      'percona-server',
      'percona-xtradb-cluster',
      'percona',
    ],
    folders: ['/var/lib/mysql', '/bitnami/mysql'],
  },
  {
    title: 'MariaDB',
    images: ['mariadb', 'mariadb-galera'],
    folders: ['/var/lib/mysql', '/bitnami/mariadb'],
  },
  {
    title: 'MongoDB',
    images: [
      'mongo',
      'mongodb',
      'mongodb-sharded',
      'mongodb-community-server',
      'mongodb-enterprise-server',
      'percona-server-mongodb',
    ],
    folders: ['/data/db', '/data/configdb', '/bitnami/mongodb'],
  },
  {
    title: 'SQL Server',
    images: ['mssql/server', 'mssql-server-linux'],
    folders: ['/var/opt/mssql'],
  },
  {
    title: 'Oracle Database',
    images: [
      'oracle-xe',
      'oracle-free',
      'database/free',
      'database/express',
      'database/enterprise',
    ],
    folders: ['/opt/oracle/oradata'],
  },
  { title: 'CockroachDB', images: ['cockroach'], folders: ['/cockroach/cockroach-data'] },
  {
    title: 'Cassandra',
    images: ['cassandra', 'scylla', 'dse-server'],
    folders: ['/var/lib/cassandra', '/bitnami/cassandra', '/cassandra_data', '/var/lib/scylla'],
  },
  { title: 'CouchDB', images: ['couchdb'], folders: ['/opt/couchdb/data', '/bitnami/couchdb'] },
  { title: 'Neo4j', images: ['neo4j'], folders: ['/data', '/bitnami/neo4j'] },
  {
    title: 'ClickHouse',
    images: ['clickhouse', 'clickhouse-server'],
    folders: ['/var/lib/clickhouse', '/bitnami/clickhouse'],
  },
  {
    title: 'InfluxDB',
    images: ['influxdb'],
    folders: ['/var/lib/influxdb', '/var/lib/influxdb2', '/bitnami/influxdb'],
  },
  {
    title: 'Elasticsearch',
    images: ['elasticsearch', 'opensearch'],
    folders: [
      '/usr/share/elasticsearch/data',
      '/usr/share/opensearch/data',
      '/bitnami/elasticsearch',
      '/bitnami/opensearch',
    ],
  },
  { title: 'Solr', images: ['solr'], folders: ['/var/solr', '/bitnami/solr'] },
  { title: 'MinIO', images: ['minio'], folders: ['/data', '/export', '/bitnami/minio'] },
  {
    title: 'Kafka',
    images: ['kafka', 'cp-kafka', 'redpanda'],
    folders: ['/var/lib/kafka', '/bitnami/kafka', '/var/lib/redpanda'],
    isQueue: true,
  },
  {
    title: 'RabbitMQ',
    images: ['rabbitmq'],
    folders: ['/var/lib/rabbitmq', '/bitnami/rabbitmq'],
    isQueue: true,
  },
  {
    title: 'Redis',
    images: [
      'redis',
      'redis-cluster',
      'redis-stack',
      'redis-stack-server',
      'valkey',
      'valkey-cluster',
      'keydb',
      'dragonfly',
    ],
    folders: ['/data', '/bitnami/redis', '/bitnami/valkey'],
    isCache: true,
  },
  { title: 'Memcached', images: ['memcached'], folders: [], isCache: true },
]

/**
 * Kinds of operators that run a data store. Source: the operators' own API references. Read 2026-11-24.
 */
export const STORE_RESOURCES: Readonly<Record<string, string>> = {
  'postgresql.cnpg.io/Cluster': 'PostgreSQL',
  'acid.zalan.do/postgresql': 'PostgreSQL',
  'postgres-operator.crunchydata.com/PostgresCluster': 'PostgreSQL',
  'pgv2.percona.com/PerconaPGCluster': 'PostgreSQL',
  'kubedb.com/Postgres': 'PostgreSQL',
  'mysql.oracle.com/InnoDBCluster': 'MySQL',
  'pxc.percona.com/PerconaXtraDBCluster': 'MySQL',
  'ps.percona.com/PerconaServerMySQL': 'MySQL',
  'kubedb.com/MySQL': 'MySQL',
  'k8s.mariadb.com/MariaDB': 'MariaDB',
  'kubedb.com/MariaDB': 'MariaDB',
  'psmdb.percona.com/PerconaServerMongoDB': 'MongoDB',
  'mongodbcommunity.mongodb.com/MongoDBCommunity': 'MongoDB',
  'kubedb.com/MongoDB': 'MongoDB',
  'elasticsearch.k8s.elastic.co/Elasticsearch': 'Elasticsearch',
  'opensearch.opster.io/OpenSearchCluster': 'OpenSearch',
  'cassandra.datastax.com/CassandraDatacenter': 'Cassandra',
  'k8ssandra.io/K8ssandraCluster': 'Cassandra',
  'clickhouse.altinity.com/ClickHouseInstallation': 'ClickHouse',
  'minio.min.io/Tenant': 'MinIO',
  'kafka.strimzi.io/Kafka': 'Kafka',
  'rabbitmq.com/RabbitmqCluster': 'RabbitMQ',
  'databases.spotahome.com/RedisFailover': 'Redis',
}
