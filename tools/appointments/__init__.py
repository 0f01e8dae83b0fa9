"""Appointments: slots, holds, the port of the book and its rules; agendas kept elsewhere."""
