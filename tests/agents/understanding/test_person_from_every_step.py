"""Whoever asks for a person gets one in that turn, whatever step the dialogue is at: read by what ships, in words that
nothing was taught.

``ASKS`` is never taught: a sentence that is missed is mended by teaching others.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Candidate
from agents.understanding.sums.own_sum import SumChances
from agents.understanding.understander import Understander
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.agents.conftest import Queue, Talk, reading
from tests.fakes.scripted_reader import ScriptedReader

PLACE = {"municipality": "Girona"}
TWO = (Candidate("viudedad", 0.45), Candidate("jubilacion_ordinaria", 0.4))
SAID = {
    "hola": reading("greeting"),
    "jubilarme": reading("question", need="jubilacion_ordinaria", aspect="requirements"),
    "una de dos": reading("question", need="viudedad", confidence=0.45, alternatives=TWO),
    "blablá": reading(),
    "cita": reading("book"),
    "cita jubilación": reading("book", need="jubilacion_ordinaria"),
    "Girona": reading(slots=PLACE),
    "la primera": reading(slots={"option": "1"}),
    "mi DNI": reading(slots={"document": "12345678Z"}),
    "sí": reading("affirm"),
    "cambiar": reading("change", need="cita_modificar"),
    "anular": reading("cancel", need="cita_modificar"),
    "otro día": reading("change", slots={"date": "2026-12-15"}),
    "mi código": reading(slots={"locator": "ZZZZ2222"}),
    "he perdido el código": reading("cancel", "locator_lost", need="cita_modificar"),
    "cuánto cobraré de baja": reading(
        "question", need="incapacidad_temporal_info", sums=SumChances(0.9, {"sick_pay": 0.9})
    ),
    "persona": reading("person"),
    "adiós": reading("goodbye"),
}
BOOKED = ("cita jubilación", "Girona", "la primera", "mi DNI", "sí")
WALKS: Mapping[str, tuple[str, ...]] = {
    "greeted": ("hola",),
    "answered": ("jubilarme",),
    "one of two": ("una de dos",),
    "not understood": ("blablá",),
    "not understood twice": ("blablá", "blablá"),
    "need": ("cita",),
    "place": BOOKED[:1],
    "option": BOOKED[:2],
    "document": BOOKED[:3],
    "read back": BOOKED[:4],
    "booked": BOOKED,
    "change": ("cambiar",),
    "what to change": (*BOOKED, "cambiar"),
    "other offers": (*BOOKED, "otro día"),
    "cancel": ("anular",),
    "document of what is cancelled": ("anular", "mi código"),
    "cancellation read back": (*BOOKED, "anular"),
    "code lost": ("he perdido el código",),
    "sum": ("cuánto cobraré de baja",),
    "handed over": ("persona",),
    "gone": ("adiós",),
}


class HalfScripted(ScriptedReader):
    """The way to a step as the script says, the rest as it is read."""

    def __init__(self, readings: Mapping[str, Reading], real: Understander) -> None:
        super().__init__(readings)
        self._known, self._real = readings, real

    def read_message(self, text: str, **how: Any) -> Reading:
        """By the shipped models, unless it is in the script."""
        return super().read_message(text, **how) if text in self._known else self._real.read_message(text, **how)


async def asked_at(talk: Callable[..., Talk], real: Understander, language: Language, walk: str, text: str) -> bool:
    """Whether asking there in those words calls a person, and says so."""
    script, queue = {said: replace(one, language=language) for said, one in SAID.items()}, Queue()
    conversation = talk(script, reader=HalfScripted(script, real), told_values=shipped.told_reader(), hand_offs=queue)
    await conversation.say("hola")
    await conversation.speak(language)
    for said in WALKS[walk]:
        await conversation.say(said)
    before = len(queue.origins)
    turn = await conversation.say(text)
    announced = any(message.kind == "hand_off" for message in turn.messages)
    return turn.hand_off is not None and announced and len(queue.origins) == before + 1


ASKS: dict[Language, list[str]] = {
    "es": [
        "prefiero que me atienda alguien de carne y hueso",
        "¿me pasas con un compañero tuyo, por favor?",
        "no quiero seguir con la máquina, que se ponga alguien",
        "póngame con un funcionario",
        "necesito que me lo explique una persona de verdad",
        "¿hay alguien ahí que me pueda atender?",
        "basta de bot, un humano ya",
        "quisiera tratarlo directamente con un empleado",
    ],
    "ca": [
        "prefereixo que m'atengui algú de carn i ossos",
        "em pots passar amb un company teu, si us plau?",
        "no vull seguir amb la màquina, que s'hi posi algú",
        "posi'm amb un funcionari",
        "necessito que m'ho expliqui una persona de veritat",
        "hi ha algú que em pugui atendre?",
        "prou de bot, vull un humà",
        "voldria tractar-ho directament amb un empleat",
    ],
    "gl": [
        "prefiro que me atenda alguén de carne e óso",
        "pásasme cun compañeiro teu, por favor?",
        "non quero seguir coa máquina, que se poña alguén",
        "desvíeme a un funcionario",
        "necesito que mo explique unha persoa de verdade",
        "hai alguén aí que me poida atender?",
        "xa abonda de bot, quero un humano",
        "quixera tratalo directamente cun empregado",
    ],
    "eu": [
        "nahiago dut hezur-haragizko norbaitek artatzea",
        "zure lankide batekin jarriko nauzu, mesedez?",
        "ez dut makinarekin jarraitu nahi, jar dadila norbait",
        "jarri nazazu funtzionario batekin",
        "benetako pertsona batek azaltzea behar dut",
        "ba al dago hor ni artatu nazakeen inor?",
        "nahikoa da bot-arekin, gizaki bat nahi dut",
        "langile batekin zuzenean hitz egin nahiko nuke",
    ],
    "en": [
        "I'd rather be served by someone of flesh and blood",
        "could you hand me over to one of your colleagues?",
        "I'm done with the machine, get someone on",
        "connect me to a civil servant",
        "I need a real human being to explain it to me",
        "is there anybody there who could attend to me?",
        "enough of the bot, give me a human",
        "I'd like to deal with an employee directly",
    ],
    "fr": [
        "je préfère avoir affaire à quelqu'un en chair et en os",
        "vous pouvez me passer un de vos collègues, s'il vous plaît ?",
        "je ne veux plus de la machine, mettez-moi quelqu'un",
        "mettez-moi en relation avec un fonctionnaire",
        "il me faut un vrai être humain pour m'expliquer",
        "y a-t-il quelqu'un qui puisse me prendre en charge ?",
        "assez du robot, donnez-moi un humain",
        "j'aimerais traiter directement avec un employé",
    ],
}
EACH = [(language, walk, place) for language in LANGUAGES for place, walk in enumerate(WALKS)]


@pytest.mark.parametrize(("language", "walk", "place"), EACH)
async def test_a_person_is_called_in_that_turn(
    talk, real: Understander, language: Language, walk: str, place: int
) -> None:
    asks = ASKS[language]
    assert await asked_at(talk, real, language, walk, asks[place % len(asks)])
