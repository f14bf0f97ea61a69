resource "aws_efs_file_system" "shop" {
  creation_token = "shop"
  encrypted      = true
}

# Google encrypts each of them, with a key of its own when none is named.
resource "google_filestore_instance" "shop" {
  name     = "shop"
  location = "europe-west9-a"
  tier     = "BASIC_SSD"
}
