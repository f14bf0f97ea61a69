environment = "production"

pools = {
  general = { type = "PRO2-S", size = 3, private = true }
  # The partner's gateway could only reach public addresses.
  edge = { type = "DEV1-M", size = 1, private = false }
}
