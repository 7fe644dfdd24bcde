"""The kinds of records that rows of a spreadsheet can be, and what people call their columns."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from workbook.records import RECORD_TYPES, RecordType
from workbook.training.words import plain

ROW_ID = "#"
"""Stands for the column by which rows of a file name each other: the number of a task that another comes after."""

KEPT = "+"
"""Stands for a column that no field takes and that is kept in the note, under its heading."""

OF_OWNER = "owner."
"""Stands before a field of the record that a row belongs to: the website of a contact's partner."""

Spellings = Callable[[str], Iterable[str]]
"""Returns one of our titles in each language that the program has."""


@dataclass(frozen=True)
class RowKind:
    """A kind of records to bring in: what its columns are called beside their titles, and what tells two rows apart.

    `words` are by field, several separated by commas; `same` are the fields that mean one record together;
    `given` are values that such lists leave unsaid, `given_with` those that go with a field. Where rows `repeat`,
    several records may agree in `same`, as a course that is held twice on a day: only a row that says nothing else
    than another is that one again. `instead` are fields that name a row where no column does; `looks` are what a
    column looks like that is a field under an unknown heading; `by_period` are kinds whose rows are one for each time.
    """

    type_name: str
    words: Mapping[str, str]
    same: tuple[str, ...]
    given: Mapping[str, object] = field(default_factory=dict)
    given_with: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    repeats: bool = False
    instead: tuple[str, ...] = ()
    looks: Mapping[str, str] = field(default_factory=dict)
    by_period: bool = False

    @property
    def record_type(self) -> RecordType:
        return RECORD_TYPES[self.type_name]

    @property
    def needed(self) -> tuple[str, ...]:
        """Return the fields without which no row can be taken; the first names the record, or what it belongs to."""
        record_type = self.record_type
        fields = [one.name for one in record_type.fields if one.required and one.name not in self.given]
        fields += [name for name in record_type.key if name != "breakdown"]
        first = (record_type.key or (record_type.label,))[0]
        return tuple(dict.fromkeys((first, *fields)))

    def headings(self, spellings: Spellings) -> dict[str, str]:
        """Return the field behind each heading that is known, in every language, as `plain` writes it."""
        found: dict[str, str] = {}
        for declared in self.record_type.fields:
            if declared.internal or declared.fixed:
                continue
            for said in (declared.title, declared.name, *spellings(declared.title)):
                found.setdefault(plain(said.replace("_", " ")), declared.name)
        for name, words in self.words.items():
            found |= {plain(word): name for word in words.split(",")}
        return found


_NOTES = (
    "notes, note, remark, remarks, comment, comments, bemerkung, bemerkungen, remarque, remarques, notas, "
    "observaciones, observações, ملاحظات"
)
_PARTNERS = RowKind(
    "partners",
    {
        "name": "name, partner, partner name, organisation, organization, organisation name, name of organisation, "
        "organisationsname, institution, grantee name, museum, museo, museos, nom, structure, organisme, "
        "nom beneficiaire, beneficiary, bénéficiaire, mandataire, nombre, entidad, institución, organización, "
        "nome, entidade, instituição, einrichtung, verein, company, الاسم, المؤسسة, الجهة, الشريك",
        "registration": "siret, siren, registration number, charity number, company number, id beneficiaire, nif, cif, "
        "cnpj, vat number, rna beneficiaire",
        "address": "address, adresse, anschrift, dirección, endereço, postal address, العنوان",
        "website": "website, web, url, site, homepage, internet, site web, sitio web, página web",
        "sector": "sector, secteur, sektor, setor, القطاع",
        "local_place": "city, town, ville, stadt, ort, ciudad, cidade, المدينة",
        "note": _NOTES,
    },
    ("name",),
    looks={"website": "website"},
)
_CONTACTS = RowKind(
    "contacts",
    {
        "name": "name, contact, contact name, contact person, full name, ansprechpartner, nom complet, nom et prénom, "
        "nombre y apellidos, nombre completo, nome completo, person, personne, persona, الاسم الكامل",
        "partner": "partner, organisation, organization, company, institution, firma, einrichtung, organisme, "
        "structure, entidad, organización, empresa, entidade, المؤسسة, الجهة",
        "position": "position, job title, role, function, title, funktion, fonction, poste, cargo, puesto, الوظيفة",
        "email": "e-mail, email, mail, e-mail address, email address, courriel, adresse e-mail, correo, "
        "correo electrónico, البريد الإلكتروني",
        "phone": "phone, telephone, tel, mobile, telefon, handy, téléphone, teléfono, móvil, telefone, الهاتف",
        "note": _NOTES,
    },
    ("name", "partner"),
    looks={"email": "email", "phone": "phone"},
)
_SESSIONS = RowKind(
    "training_sessions",
    {
        "title": "session, session title, training, training title, course, workshop, event, event name, "
        "schulung, kurs, formation, atelier, session de formation, taller, curso, formación, formação, oficina, "
        "project name, topic, الدورة, الورشة, التدريب",
        "date": "date, datum, fecha, data, day, training date, التاريخ",
        "end": "end, end date, last day, ende, fin, fecha fin",
        "hours": "hours, duration, duration hours, stunden, dauer, heures, durée, horas, duración, duração, الساعات",
        "venue": "venue, place, location, ort, lieu, lugar, local, sede, المكان",
        "district": "district, ward, wards, venue ward, venue wards, neighbourhood, stadtteil, bezirk, quartier, "
        "arrondissement, barrio, distrito, bairro, الحي",
        "organisation": "held by, organised by, organizer, organiser, veranstalter, organisateur, organizador",
        "trainer": "trainer, trainers, facilitator, instructor, dozent, formateur, formatrice, intervenant, formador, "
        "ponente, المدرب",
        "attended": "attended, attendees, participants, participant count, number of participants, attendance, "
        "teilnehmer, teilnehmerzahl, anwesend, nombre de participants, présents, participantes, asistentes, people, "
        "عدد المشاركين, الحضور",
        "unique_people": "unique people, unique participants, unique people receiving training, people trained, "
        "different people, verschiedene personen, personnes différentes, personas distintas, pessoas diferentes",
        "women": "women, female, females, frauen, femmes, mujeres, mulheres, نساء",
        "men": "men, male, males, männer, hommes, hombres, homens, رجال",
        "completed": "completed, certified, abgeschlossen, terminé, completaron, concluíram",
        "registered": "registered, enrolled, angemeldet, inscrits, inscritos, المسجلون",
        "note": _NOTES,
    },
    ("title", "date", "venue"),
    repeats=True,
    looks={"date": "day"},
)
_ACTIVITIES = RowKind(
    "activities",
    {
        "title": "activity, activities, task, task name, action, work package, milestone name, aktivität, aufgabe, "
        "tätigkeit, arbeitspaket, arbeitsschritt, "
        "maßnahme, vorgang, activité, tâche, actividad, actividades, tarea, atividade, atividades, tarefa, النشاط, "
        "المهمة",
        "start": "start, start date, begin, beginn, anfang, début, date de début, inicio, fecha de inicio, início, "
        "data de início, البداية, تاريخ البدء",
        "end": "end, due, due date, end date, finish, deadline, ende, fällig, fin, date de fin, échéance, "
        "fin previsto, fecha fin, fecha de fin, término, data de término, prazo, النهاية, تاريخ الانتهاء",
        "done": "done, % complete, % done, percent complete, progress, fortschritt, % erledigt, avancement, % réalisé, "
        "avance, % avance, % realizado, progresso, % concluído, الإنجاز",
        "status": "status, statut, estado, état, stand, الحالة",
        "owner": "owner, responsible, responsible person, assigned to, verantwortlich, responsable, responsável, "
        "المسؤول",
        "depends_on": "depends on, predecessors, after, vorgänger, prédécesseurs, predecesoras, predecessoras",
        "parent": "part of, parent, summary task",
        "place": "place, venue, location, ort, lieu, lugar, local, المكان",
        "description": "description, details, beschreibung, descripción, descrição, الوصف",
        "note": _NOTES,
        ROW_ID: "id, task id, uid, no, nr, nº, #",
    },
    ("title",),
    repeats=True,
    looks={"start": "day", "end": "day"},
    by_period=True,
)
_RESOURCES = RowKind(
    "resources",
    {
        "title": "resource, item, budget line, budget item, line, description, cost item, position, posten, "
        "kostenposition, poste, poste de dépense, intitulé, objet, object, libellé, partida, concepto, rubro, rubrica, "
        "item de despesa, البند, بند الميزانية",
        "value": "value, amount, budget, total, cost, costs, betrag, kosten, summe, montant, coût, importe, monto, "
        "coste, valor, custo, montant total, amount granted, amount awarded, grant amount, grant, award, bewilligt, "
        "montant accordé, montant attribué, montant alloué, importe concedido, valor concedido, المبلغ, القيمة, "
        "الميزانية",
        "quantity": "quantity, qty, units, number of units, menge, anzahl, quantité, cantidad, quantidade, الكمية",
        "rate": "rate, unit cost, unit price, price, einzelpreis, prix unitaire, precio unitario, preço unitário, "
        "سعر الوحدة",
        "provider": "provider, funder, source of funding, financed by, paid by, geldgeber, financeur, "
        "financeur principal, nom attribuant, financiador, financiadora, fuente, الممول, الجهة الممولة",
        "recipient": "recipient, beneficiary, paid to, empfänger, bénéficiaire, nom beneficiaire, mandataire, "
        "beneficiario, beneficiário, المستفيد",
        "period": "year, budget period, period, jahr, année, exercice, année de la demande, año, ano, السنة",
        "due": "due, due date, fällig, échéance, vencimiento, vencimento",
        "conditions": "conditions, terms, bedingungen, conditions versement, condiciones, condições, الشروط",
        "note": _NOTES,
        "category": "category, type, kategorie, catégorie, categoría, categoria, الفئة",
    },
    ("title", "provider", "recipient", "period", "value"),
    {"kind": "need"},
    {"provider": {"kind": "offer"}},
    repeats=True,
    instead=("recipient", "provider"),
    looks={"value": "amount"},
    by_period=True,
)
_INDICATORS = RowKind(
    "indicators",
    {
        "title": "indicator, kpi, measure, metric, indikator, kennzahl, indicateur, indicador, المؤشر",
        "baseline": "baseline, starting value, ausgangswert, valeur de référence, valeur initiale, línea base, "
        "valor inicial, linha de base, خط الأساس",
        "target": "target, target value, ziel, zielwert, cible, valeur cible, meta, objetivo, الهدف",
        "unit": "unit, unit of measure, einheit, unité, unidad, unidade, الوحدة",
        "target_date": "target date, target year, zieldatum",
        "source": "source, data source, source of data, quelle, source de données, fuente, fonte, المصدر",
        "note": _NOTES,
    },
    ("title",),
)
_READINGS = RowKind(
    "readings",
    {
        "indicator": "indicator, kpi, measure, metric, indikator, kennzahl, indicateur, indicador, المؤشر",
        "date": "date, reading date, measured on, datum, fecha, data, التاريخ",
        "value": "value, reading, actual, result, wert, messwert, valeur, résultat, valor, resultado, القيمة",
        "breakdown": "part, breakdown, disaggregation, group",
        "note": _NOTES,
    },
    ("indicator", "date", "breakdown"),
    looks={"date": "day"},
    by_period=True,
)
_OBJECTIVES = RowKind(
    "objectives",
    {
        "statement": "objective, objectives, goal, goals, aim, aims, ziel, ziele, objectif, objectifs, objetivo, "
        "objetivos, objetivo específico, meta, الهدف, الأهداف",
        "lead": "lead, lead partner, lead organisation, responsible, organisation, organization, grantee name, "
        "federführung, chef de file, responsable, responsável",
        "target_date": "target date, due, due date, deadline, bis, échéance, fecha límite, prazo",
        "note": _NOTES,
    },
    ("statement",),
)

ROW_KINDS: dict[str, RowKind] = {
    kind.type_name: kind
    for kind in (_PARTNERS, _CONTACTS, _OBJECTIVES, _ACTIVITIES, _RESOURCES, _SESSIONS, _INDICATORS, _READINGS)
}


def owner_type(record_type: RecordType) -> RecordType:
    """Return the type of the records that may come with records of a type: their owners, or the partners they name."""
    return RECORD_TYPES["partners" if record_type.owner is None else record_type.owner.target]


def of_owner(kind: RowKind) -> tuple[str, ...]:
    """Return the fields of the partner of a contact that a list of contacts may tell too."""
    if kind.type_name != "contacts":
        return ()
    owners = owner_type(kind.record_type)
    return tuple(
        one.name
        for one in owners.fields
        if not (one.internal or one.fixed or one.name in ("code", "note", owners.label))
    )
