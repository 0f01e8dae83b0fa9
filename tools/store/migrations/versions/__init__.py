"""The migrations, a file each, in order."""
