# Volumes of Kubernetes: each has a passphrase of its own, in a namespace that programs do not reach.
resource "kubernetes_storage_class_v1" "encrypted" {
  metadata {
    name = "encrypted"
  }
  storage_provisioner = "csi.scaleway.com"
  volume_binding_mode = "WaitForFirstConsumer"
  parameters = {
    encrypted                                        = "true"
    "csi.storage.k8s.io/node-stage-secret-name"      = "luks-$${pvc.namespace}-$${pvc.name}"
    "csi.storage.k8s.io/node-stage-secret-namespace" = "storage-keys"
  }
}

resource "scaleway_block_snapshot" "orders" {
  name      = "shop-orders"
  volume_id = scaleway_block_volume.orders.id

  export {
    bucket = scaleway_object_bucket.exports.name
    key    = "orders.qcow2"
  }
}

resource "scaleway_object_bucket" "exports" {
  name = "shop-volume-exports"
}
