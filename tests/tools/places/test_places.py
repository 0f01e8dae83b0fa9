import pytest

from tests import shipped
from tools.offices.serving_office import office_for
from tools.places.places import Places
from tools.reading.places.mentions import PlaceFinder


@pytest.fixture(scope="module")
def places() -> Places:
    return shipped.places()


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return shipped.place_finder()


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("vivo en Lleida", "municipality", "Lleida"),
        ("vivo en lérida", "municipality", "Lleida"),
        ("cita en san sebastian", "municipality", "Donostia/San Sebastián"),
        ("Donostian bizi naiz", "municipality", "Donostia/San Sebastián"),
        ("Bilbon", "municipality", "Bilbao"),
        ("gasteizen nahi dut", "municipality", "Vitoria-Gasteiz"),
        ("Iruñean", "municipality", "Pamplona/Iruña"),
        ("ba orduan iruñen", "municipality", "Pamplona/Iruña"),
        ("iruñera joan naiteke", "municipality", "Pamplona/Iruña"),
        ("irunen nahi dut", "municipality", "Irun"),
        ("elizondon nahi dut", "municipality", "Baztan"),
        ("cita en Elizondo", "municipality", "Baztan"),
        ("quiero ir a Luarca", "municipality", "Valdés"),
        ("vivo no Milladoiro", "municipality", "Ames"),
        ("visc a Platja d'Aro", "municipality", "Castell-Platja d'Aro"),
        ("I live in Maspalomas", "municipality", "San Bartolomé de Tirajana"),
        ("j'habite à Corralejo", "municipality", "La Oliva"),
        ("Algortan bizi naiz", "municipality", "Getxo"),
        ("una cita en Solares", "municipality", "Medio Cudeyo"),
        ("Bartzelonan", "municipality", "Barcelona"),
        ("Madrilen", "municipality", "Madrid"),
        ("en l'Hospitalet de Llobregat", "municipality", "L'Hospitalet de Llobregat"),
        ("visc a Maó", "municipality", "Maó-Mahón"),
        ("la coruña", "municipality", "A Coruña"),
        ("moro en Orense", "municipality", "Ourense"),
        ("visc a Alacant", "municipality", "Alicante/Alacant"),
        ("a Castelló", "municipality", "Castelló de la Plana"),
        ("en Gerona", "municipality", "Girona"),
        ("Ibiza", "municipality", "Eivissa"),
        ("Sant Sebastià", "municipality", "Donostia/San Sebastián"),
        ("I live in Seville", "municipality", "Sevilla"),
        ("j'habite à Saragosse", "municipality", "Zaragoza"),
        ("soy de Barzelona", "municipality", "Barcelona"),
        ("vivo en zaragosa", "municipality", "Zaragoza"),
        ("vivo en sax", "municipality", "Sax"),
        ("la oficina de Ronda", "municipality", "Ronda"),
        ("provincia de Madrid", "province", "28"),
        ("Bizkaian", "province", "48"),
        ("en Tenerife", "province", "38"),
        ("mi código postal es 08001.", "postcode", "08001"),
        ("el 99123", "postcode_invalid", "99123"),
    ],
)
def test_a_place_is_read_as_people_write_it(finder: PlaceFinder, text: str, kind: str, value: str) -> None:
    (mention,) = finder.find_in(text)
    assert (mention.kind, mention.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "en caso de baja médica",
        "el plan de pensiones",
        "quiero una cita nueva para la pensión de mi vida",
        "adiós",
        "gano 12000 euros al año",
        "gano 12.000,50",
        "mi DNI es 12345678Z",
        "llame al 612 345 678",
        "la rueda, cosa rara",
        "the salt and the sort of plan",
        "me lo dijo todo el vecindario",
        "tengo unos solares y unas casetas",
        "",
    ],
)
def test_ordinary_words_and_numbers_are_not_places(finder: PlaceFinder, text: str) -> None:
    assert finder.find_in(text) == []


def test_mentions_point_into_the_text_in_order_and_do_not_overlap(finder: PlaceFinder) -> None:
    text = "De Vitoria-Gasteiz a Santa Cruz de Tenerife, 38001, pasando por A Coruña"
    mentions = finder.find_in(text)
    assert [text[one.start : one.end] for one in mentions] == [
        "Vitoria-Gasteiz",
        "Santa Cruz de Tenerife",
        "38001",
        "A Coruña",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ondarroa bizkaixen", "Ondarroa"), ("en burela", "Burela"), ("en ribeira ou en noia", "Ribeira"),
        ("a cita era en burela", "Burela"), ("oliva", "Oliva"), ("en oliva o denia", "Oliva"),
    ],
)  # fmt: skip
def test_where_a_place_was_asked_for_a_name_that_is_a_word_too_needs_less_beside_it(
    finder: PlaceFinder, text: str, place: str
) -> None:
    assert finder.find_in(text, asked=True)[0].value == place


@pytest.mark.parametrize(
    "text",
    ["no, espera un momento", "no lo sé", "me da igual", "onde sexa", "en mi casa", "for my mother", "gertuen dagoena"],
)
def test_where_a_place_was_asked_for_other_answers_name_none(finder: PlaceFinder, text: str) -> None:
    assert finder.find_in(text, asked=True) == []


def test_homonyms_are_all_given(finder: PlaceFinder) -> None:
    (mention,) = finder.find_in("vivo en Moya")
    assert {code[:2] for code in mention.candidates} == {"16", "35"}


def test_a_postcode_that_crosses_the_border_belongs_to_its_municipality(places: Places) -> None:
    assert places.by_postcode("22806").province.name == "Zaragoza"
    assert places.by_postcode("28004").municipalities[0].name == "Madrid"
    assert places.by_postcode("28999").municipalities == ()


@pytest.mark.parametrize("postcode", ["00000", "53001", "2800", "28a01", "", "٢٨٠٠١"])
def test_what_is_no_postcode_is_refused(places: Places, postcode: str) -> None:
    with pytest.raises(KeyError):
        places.by_postcode(postcode)


def test_names_are_resolved_with_mistakes_and_unknown_ones_are_not(places: Places) -> None:
    assert places.by_name("Barselona")[0].province.code == "08"
    assert places.by_name("bizkaia")[0].province.code == "48"
    assert places.by_name("xkcdqwz") == []


def test_every_province_has_an_office_for_every_usual_service(places: Places) -> None:
    offices = shipped.offices()
    for province in {office.province for office in offices.values()}:
        (place, *_) = [places.by_postcode(f"{province}001")]
        assert office_for(offices.values(), place, "pensions") is not None
    assert office_for(offices.values(), places.by_postcode("28001"), "maritime_medical") is None
    found = office_for(offices.values(), places.by_name("Ferrol")[0], "maritime_medical")
    assert found is not None
    assert found.id == "ism-15"
