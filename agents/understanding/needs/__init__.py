"""The need of a message: examples, the model, and corrections of close decisions."""
