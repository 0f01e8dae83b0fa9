"""The register of provinces, municipalities and postcodes."""
