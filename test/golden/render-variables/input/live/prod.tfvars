type = "PRO2-M"
