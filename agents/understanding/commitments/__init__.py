"""Whether somebody says that they will do something themselves."""
