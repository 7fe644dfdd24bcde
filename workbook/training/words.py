"""The words in which lists of people say sex, age, yes and no: as they are written in offices, not as we would."""

import re
import unicodedata

from workbook.vocabularies import STAKEHOLDER_TYPES

_KEPT_MARKS = frozenset("✓✔✗✘+-?<>≥≤%#")


def plain(text: str) -> str:
    """Reduce a word to what has to agree: no accents, no capitals, no stops, single blanks."""
    spelt = unicodedata.normalize("NFKD", text.casefold())
    letters = (char for char in spelt if not unicodedata.combining(char) and char != "ـ")
    return " ".join("".join(c if c.isalnum() or c in _KEPT_MARKS else " " for c in letters).split())


def _words(**by_key: str) -> dict[str, str]:
    return {plain(word): key for key, words in by_key.items() for word in words.split(", ")}


HEADINGS = _words(
    skip="no, nr, #, n°, number, nummer, numero, lfd nr, رقم, e-mail, email, mail, phone, telefon, telephone, "
    "telefono, signature, unterschrift, firma del participante",
    name="name, names, full name, participant, participants, teilnehmer, teilnehmerin, teilnehmende, "
    "vor- und nachname, nom complet, nom et prénom, participante, participantes, nombre completo, "
    "nombre y apellidos, person, الاسم, اسم, الاسم الكامل",
    family_name="last name, surname, family name, nachname, familienname, zuname, nom, nom de famille, apellido, "
    "apellidos, اللقب",
    given_name="first name, given name, vorname, prénom, nombre, الاسم الأول",
    organisation="organisation, organization, institution, company, office, department, employer, firma, "
    "einrichtung, organisation / firma, amt, dienststelle, organisme, structure, entreprise, service, organización, "
    "institución, entidad, empresa, الجهة, المؤسسة, المنظمة, الشركة",
    sex="sex, gender, geschlecht, m/f, f/m, w/m, m/w, m/w/d, w/m/d, h/f, f/h, h/m, m/h, sexe, genre, sexo, género, "
    "الجنس, النوع",
    age="age, age band, age group, alter, altersgruppe, âge, tranche d'âge, groupe d'âge, edad, grupo de edad, "
    "العمر, السن, الفئة العمرية",
    disability="disability, with disability, with a disability, disabled, behinderung, mit behinderung, "
    "schwerbehinderung, handicap, en situation de handicap, discapacidad, con discapacidad, إعاقة, ذوي الإعاقة",
    stakeholder_type="group, stakeholder, stakeholder type, type, role, function, profession, gruppe, funktion, rolle, "
    "beruf, groupe, fonction, rôle, profession, grupo, función, rol, profesión, الفئة, المهنة, الوظيفة",
    came="came, attended, attendance, present, there, anwesend, anwesenheit, teilgenommen, présent, présence, "
    "présente, asistió, asistencia, presente, حضر, الحضور, حاضر",
    completed="completed, finished, certificate, passed, abgeschlossen, zertifikat, bestanden, terminé, achevé, "
    "certificat, attestation, completó, completado, terminó, certificado, أكمل, شهادة",
)
"""What the heading of a column means; `skip` is read past."""

SEXES = _words(
    woman="w, f, woman, women, female, ms, mrs, miss, fr, frau, weiblich, femme, féminin, fem, mme, mujer, femenino, "
    "sra, أنثى, امرأة, سيدة",
    man="m, man, men, male, mr, hr, herr, mann, männlich, h, homme, masculin, hombre, masculino, sr, ذكر, رجل, سيد",
    other="x, d, o, other, div, divers, diverse, nonbinary, non-binary, nb, autre, otro, otra, آخر",
    undisclosed="undisclosed, not said, not disclosed, prefer not to say, n/a, na, k. A., keine angabe, "
    "non précisé, sin dato, no declara, -, ?, غير محدد",
)

YES_NO = _words(
    yes="yes, y, x, 1, true, ✓, ✔, +, ok, ja, j, oui, o, sí, s, vrai, verdadero, attended, present, came, anwesend, "
    "présent, présente, presente, asistió, نعم, حاضر",
    no="no, n, 0, false, -, ✗, ✘, nein, non, faux, falso, absent, excused, did not come, abwesend, entschuldigt, "
    "absente, excusé, ausente, لا, غائب",
    completed="completed, finished, passed, abgeschlossen, bestanden, terminé, completó, أكمل",
)

_GROUPS = _words(
    city_manager="city manager, city managers, municipal staff, city staff, administration, verwaltung, "
    "stadtverwaltung, administration municipale, gestor municipal, funcionario, موظف بلدي",
    planner="planners, planner, urban planner, stadtplaner, stadtplanerin, planer, planerin, urbaniste, urbanista, "
    "planificador, planificadora, مخطط",
    elected_member="elected members, councillor, mayor, stadtrat, stadträtin, bürgermeister, bürgermeisterin, élu, "
    "élue, maire, concejal, concejala, alcalde, alcaldesa",
    entrepreneur="entrepreneurs, business, businesses, business owner, unternehmer, unternehmerin, gründer, gründerin, "
    "entrepreneuse, empresario, empresaria, emprendedor, emprendedora, رائد أعمال",
    artist="artist, artists, creative, creatives, artist / creative, designer, musician, künstler, künstlerin, "
    "kreative, artiste, artista, creativo, creativa, فنان, فنانة",
    technologist="technologists, developer, engineer, it, entwickler, entwicklerin, ingenieur, ingenieurin, "
    "ingénieur, ingénieure, ingeniero, ingeniera, مهندس, مهندسة",
    educator="educator, educators, teacher, teachers, trainer, trainers, lehrer, lehrerin, lehrkraft, enseignant, "
    "enseignante, formateur, formatrice, profesor, profesora, docente, معلم, معلمة",
    researcher="researchers, scientist, forscher, forscherin, wissenschaftler, wissenschaftlerin, chercheur, "
    "chercheuse, investigador, investigadora, باحث, باحثة",
    community_representative="community, community representatives, community group, resident, residents, "
    "anwohner, anwohnerin, bürgerin, bürger, association, habitant, habitante, vecino, vecina, comunidad",
    other="others, other, andere, sonstige, autre, autres, otro, otra, otros",
)
_UNDER = frozenset({"under", "below", "unter", "moins", "menos", "menor", "دون", "تحت"})
_OVER = frozenset({"over", "and", "plus", "older", "uber", "ab", "und", "alter", "et", "y", "mas", "mayor", "فوق"})
_BANDS = ((18, "under_18"), (30, "age_18_29"), (60, "age_30_59"), (121, "age_60_plus"))
_FRACTION = re.compile(r"(?<=\d)[.,]0+$")
_SEPARATE = re.compile(r"[-/]|\bto\b|\bbis\b")


def sex_of(text: str, *, h_is_man: bool = False) -> str | None:
    """Return the sex that a cell names; where men are written H, as in Spanish lists, M is a woman (mujer)."""
    word = plain(text)
    return "woman" if h_is_man and word == "m" else SEXES.get(word)


def yes_or_no(text: str) -> str | None:
    """Return yes, no or completed, as a cell says it."""
    return YES_NO.get(plain(text))


def group_of(text: str) -> str | None:
    """Return the stakeholder type that a cell names, by its own title or by a usual word for it."""
    return STAKEHOLDER_TYPES.find(text) or _GROUPS.get(plain(text))


def age_of(text: str) -> str | None:
    """Return the age band of “34”, “18-29”, “under 18”, “60+”; None for what lies in no band or in two."""
    written = _FRACTION.sub("", text).replace("–", "-").replace("—", "-")
    word = plain(_SEPARATE.sub(" - ", written))
    if SEXES.get(word) == "undisclosed":
        return "undisclosed"
    numbers = [int(found) for found in re.findall(r"\d+", word)]
    said = set(re.findall(r"[^\W\d]+", word))
    if len(numbers) == 2:
        first, last = (_band(number) for number in numbers)
        return first if first == last else None
    if len(numbers) != 1:
        return None
    number = numbers[0]
    if said & _UNDER or "<" in word or "≤" in word:
        return "under_18" if number <= 18 else None
    if said & _OVER or word.strip().endswith("+") or ">" in word or "≥" in word:
        return "age_60_plus" if number >= 59 else None
    return _band(number)


def _band(age: int) -> str | None:
    return next((key for limit, key in _BANDS if age < limit), None)
