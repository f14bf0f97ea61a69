// What a sound resource of Terraform has, by its type, as the pages of the rules tell it. `besides`: resources that it
// needs beside it. `test/schema/applied.test.ts` holds it against the whole catalogue.

interface SoundResource {
  readonly body: string
  readonly besides?: string
}

const NODES = `
  node_config {
    service_account = google_service_account.nodes.email
    image_type      = "COS_CONTAINERD"

    metadata = {
      disable-legacy-endpoints = "true"
    }

    workload_metadata_config {
      mode = "GKE_METADATA"
    }

    shielded_instance_config {
      enable_secure_boot          = true
      enable_integrity_monitoring = true
    }

    kubelet_config {
      insecure_kubelet_readonly_port_enabled = "FALSE"
    }
  }
`

/** Every type that is completed. */
export const SOUND_TERRAFORM: ReadonlyMap<string, SoundResource> = new Map([
  [
    'google_container_cluster',
    {
      body: `
  min_master_version           = "1.36"
  datapath_provider            = "ADVANCED_DATAPATH"
  in_transit_encryption_config = "IN_TRANSIT_ENCRYPTION_INTER_NODE_TRANSPARENT"
  enable_shielded_nodes        = true
  remove_default_node_pool     = true
  initial_node_count           = 1

  private_cluster_config {
    enable_private_nodes = true
  }

  master_authorized_networks_config {
    gcp_public_cidrs_access_enabled = false

    cidr_blocks {
      cidr_block   = "198.51.100.0/24"
      display_name = "the office"
    }
  }

  workload_identity_config {
    workload_pool = "shop-prod.svc.id.goog"
  }

  binary_authorization {
    evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE"
  }

  database_encryption {
    state    = "ENCRYPTED"
    key_name = google_kms_crypto_key.secrets.id
  }

  rbac_binding_config {
    enable_insecure_binding_system_unauthenticated = false
    enable_insecure_binding_system_authenticated   = false
  }

  anonymous_authentication_config {
    mode = "LIMITED"
  }
${NODES}`,
    },
  ],
  ['google_container_node_pool', { body: NODES }],
  [
    'azurerm_kubernetes_cluster',
    {
      body: `
  sku_tier                            = "Standard"
  automatic_upgrade_channel           = "patch"
  node_os_upgrade_channel             = "NodeImage"
  private_cluster_enabled             = true
  private_cluster_public_fqdn_enabled = false
  local_account_disabled              = true
  run_command_enabled                 = false
  azure_policy_enabled                = true
  oidc_issuer_enabled                 = true
  workload_identity_enabled           = true
  disk_encryption_set_id              = azurerm_disk_encryption_set.disks.id

  default_node_pool {
    host_encryption_enabled = true
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.cluster.id]
  }

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled     = true
    admin_group_object_ids = ["11111111-2222-3333-4444-555555555555"]
  }

  key_management_service {
    key_vault_key_id         = azurerm_key_vault_key.secrets.id
    key_vault_network_access = "Private"
  }

  key_vault_secrets_provider {
    secret_rotation_enabled = true
  }

  microsoft_defender {
    log_analytics_workspace_id = azurerm_log_analytics_workspace.logs.id
  }

  network_profile {
    network_plugin      = "azure"
    network_plugin_mode = "overlay"
    network_policy      = "cilium"
    network_data_plane  = "cilium"
  }
`,
      besides: `resource "azurerm_monitor_diagnostic_setting" "NAME" {
  name                       = "NAME"
  target_resource_id         = azurerm_kubernetes_cluster.NAME.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.logs.id

  enabled_log {
    category = "kube-audit-admin"
  }

  enabled_log {
    category = "guard"
  }
}`,
    },
  ],
  ['azurerm_kubernetes_cluster_node_pool', { body: `\n  host_encryption_enabled = true\n` }],
  [
    'aws_eks_cluster',
    {
      body: `
  version                   = "1.36"
  enabled_cluster_log_types = ["api", "audit", "authenticator"]
  deletion_protection       = true

  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.secrets.arn
    }
  }

  upgrade_policy {
    support_type = "STANDARD"
  }

  vpc_config {
    subnet_ids              = aws_subnet.private[*].id
    endpoint_private_access = true
    endpoint_public_access  = false
  }
`,
    },
  ],
  [
    'aws_eks_node_group',
    {
      body: '',
      besides: `resource "aws_subnet" "private" {
  count                   = 2
  vpc_id                  = aws_vpc.shop.id
  cidr_block              = "10.0.\${count.index}.0/24"
  map_public_ip_on_launch = false
}`,
    },
  ],
  [
    'aws_launch_template',
    {
      body: `
  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
`,
    },
  ],
  [
    'scaleway_k8s_cluster',
    {
      body: `
  type                        = "kapsule-dedicated-4"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false

  auto_upgrade {
    enable                        = true
    maintenance_window_day        = "sunday"
    maintenance_window_start_hour = 3
  }
`,
      besides: `resource "scaleway_k8s_acl" "NAME" {
  cluster_id    = scaleway_k8s_cluster.NAME.id
  no_ip_allowed = true
}`,
    },
  ],
  [
    'scaleway_k8s_pool',
    {
      body: `
  public_ip_disabled = true
  security_group_id  = scaleway_instance_security_group.nodes.id
`,
    },
  ],
  [
    'scaleway_rdb_instance',
    {
      body: `
  encryption_at_rest = true
  is_ha_cluster      = true

  private_network {
    pn_id       = scaleway_vpc_private_network.shop.id
    enable_ipam = true
  }
`,
    },
  ],
  [
    'scaleway_object_bucket',
    {
      body: '',
      besides: `resource "scaleway_object_bucket_server_side_encryption_configuration" "NAME" {
  bucket = scaleway_object_bucket.NAME.name

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}`,
    },
  ],
  ['azurerm_postgresql_flexible_server', { body: '\n  public_network_access_enabled = false\n' }],
  [
    'aws_db_instance',
    {
      body: `
  storage_encrypted       = true
  publicly_accessible     = false
  backup_retention_period = 7
  deletion_protection     = true
  parameter_group_name    = aws_db_parameter_group.tls.name
`,
      besides: `resource "aws_db_parameter_group" "tls" {
  family = "postgres17"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}`,
    },
  ],
])
