variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "partners" {
  type    = list(string)
  default = ["0.0.0.0/1", "128.0.0.0/1"]
}

variable "open_ports" {
  type    = list(number)
  default = [443, 22]
}
