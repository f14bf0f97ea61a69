variable "environment" {
  type    = string
  default = "staging"
}

variable "region" {
  type    = string
  default = "fr-par"
}

variable "pools" {
  type = map(object({
    type    = string
    size    = number
    private = bool
  }))
}

variable "orders_password" {
  type      = string
  sensitive = true
}
