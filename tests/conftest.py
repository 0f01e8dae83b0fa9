"""What holds for every test."""

import structlog
from hypothesis import settings

# How long an example takes says something of the machine and of what else it does.
settings.register_profile("isac", deadline=None)
settings.load_profile("isac")

# Tracebacks without the values of variables: those of a whole service fill thousands of lines and take seconds.
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)
