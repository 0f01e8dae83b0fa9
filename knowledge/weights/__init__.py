"""The store of model weights: what is needed, where it comes from, and how it is put together and checked."""
