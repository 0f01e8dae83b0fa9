"""What all tables of the database are registered in."""

from sqlalchemy import MetaData

metadata = MetaData()
