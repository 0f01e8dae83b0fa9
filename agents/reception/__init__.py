"""Reception."""
