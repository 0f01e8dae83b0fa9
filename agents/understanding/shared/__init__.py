"""Files that several rooms of understanding read: tables, models on disk, labels."""
