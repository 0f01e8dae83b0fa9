"""The copilot of a service, on the day a dialogue was held: the figures of an answer are those of a day."""

from dataclasses import replace
from datetime import datetime

from agents.copilot.copilot import Copilot
from api.services.services import Services
from tools.clock import LocalClock


def served_copilot(services: Services) -> Copilot:
    """The one that agents are advised by."""
    copilot = services.copilot.copilot
    assert isinstance(copilot, Copilot)
    return copilot


def at_the_time(copilot: Copilot, moment: datetime) -> Copilot:
    """The same copilot, for which it is ``moment``."""
    clock = LocalClock(lambda: moment, copilot.deps.clock.zone)
    return replace(copilot, deps=replace(copilot.deps, clock=clock))
