/**
 * Where databases and their users take a password. Sources: the documentation of the providers aws, azurerm, google and
 * scaleway, read 2026-11-24. Their write-only twins (`password_wo`) stay out of the state and are not listed.
 */
export const DATABASE_PASSWORDS: Readonly<Record<string, readonly string[]>> = {
  aws_db_instance: ['password'],
  aws_docdb_cluster: ['master_password'],
  aws_rds_cluster: ['master_password'],
  aws_redshift_cluster: ['master_password'],
  azurerm_mariadb_server: ['administrator_login_password'],
  azurerm_mssql_server: ['administrator_login_password'],
  azurerm_mysql_flexible_server: ['administrator_password'],
  azurerm_mysql_server: ['administrator_login_password'],
  azurerm_postgresql_flexible_server: ['administrator_password'],
  azurerm_postgresql_server: ['administrator_login_password'],
  google_sql_database_instance: ['root_password'],
  google_sql_user: ['password'],
  scaleway_datawarehouse_deployment: ['password'],
  scaleway_mongodb_instance: ['password'],
  scaleway_mongodb_user: ['password'],
  scaleway_opensearch_deployment: ['password'],
  scaleway_rdb_instance: ['password'],
  scaleway_rdb_user: ['password'],
  scaleway_redis_cluster: ['password'],
}
