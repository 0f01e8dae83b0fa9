"""What a message does beside naming a need: by phrases, and by a model taught with sentences."""
