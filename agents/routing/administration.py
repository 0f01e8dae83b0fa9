"""What routing knows of the administration that is served."""

from knowledge.content.needs import Body

OUR_BODIES: frozenset[Body] = frozenset({"INSS", "TGSS", "ISM", "SS", "ITSS", "MUTUA"})
"""Bodies of the administration and those that act for it: nobody is told that they are another administration."""
INFORMATION_UNIT = "INSS · CATT / CAISS información"
"""The unit of a person whose need is not known."""
GENERAL_NEED = "cita_inss"
"""The need of an appointment without a need."""
