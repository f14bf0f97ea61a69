variable "type" { default = "DEV1-S" }
resource "scaleway_instance_server" "web" {
  type = var.type
}
