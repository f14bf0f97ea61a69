variable "public" { default = false }
variable "kubernetes" { default = "1.27" }
variable "replicas" {
  type    = number
  default = 1
}
variable "tag" {
  default = "latest"
}
