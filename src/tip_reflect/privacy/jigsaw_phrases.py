"""The phrases and the shapes of words that tell of someone, and what each needs beside it before it counts."""

from typing import NamedTuple

from tip_reflect.privacy.finding import Kind, Level


class Tie(NamedTuple):
    """What a phrase needs before it counts: someone near, a capital letter, or `she is a ...`."""

    near: bool = False
    capital: bool = False
    being: bool = False


_ALWAYS, _NEAR, _CAPITAL, _BEING = Tie(), Tie(near=True), Tie(near=True, capital=True), Tie(being=True)

_CHILD = {
    "son", "sons", "daughter", "daughters", "dochter", "boy", "boys", "girl", "girls", "lad", "lads",
    "laddie", "lassie", "wean", "weans", "bairn", "bairns", "baby", "babies", "kid", "kids", "child",
    "children", "twin", "toddler", "teenager", "youngest", "eldest", "oldest", "brother", "brothers",
    "brither", "sister", "sisters", "sibling", "siblings", "grandson", "granddaughter", "niece", "nephew",
    "cousin", "yin",
}  # fmt: skip
_ELDER = {
    "mum", "mums", "mam", "maw", "ma", "mammy", "mother", "mither", "dad", "dads", "da", "daddy", "father",
    "faither", "gran", "granny", "nana", "nan", "grandad", "granda", "grandpa", "papa", "grandmother",
    "grandfather", "grandparents", "auntie", "aunt", "aunty", "uncle", "stepdad", "stepmum", "stepfather",
    "stepmother", "parents", "parent", "husband", "wife", "man", "wumman", "woman", "boyfriend",
    "girlfriend", "partner", "ex", "lady", "guy", "carer", "couple", "family",
}  # fmt: skip
_KIN = _CHILD | _ELDER
PERSON = _KIN | {
    "he", "she", "his", "her", "him", "hers", "himself", "herself", "hisel", "hersel", "himsel", "they",
    "their", "them", "thir", "hus", "whose", "who", "hes", "shes",
}  # fmt: skip
SELF = {"i", "my", "me", "we", "our", "us", "ah", "ma", "im", "ive"}

_N = r"(?:two|twa|three|four|fower|five|six|seven|seeven|eight|eicht|nine|ten|eleven|twelve|[2-9]|1[0-9])"
_KIN_RE = "|".join(sorted(_KIN, key=len, reverse=True))

# ---- phrases: one on a line or between commas ----------------------------------------------------------------------

_LISTS: tuple[tuple[Kind, Level, Tie, str], ...] = (
    (Kind.FAMILY, Level.SURE, _ALWAYS, """
        triplets, quadruplets, twin brother, twin sister, twin boys, twin girls, twin sons, twin daughters, identical twins, only child,
        stepdad, step dad, stepmum, step mum, stepfather, stepmother, step father, step mother, stepson, stepdaughter, stepbrother,
        stepsister, half brother, half sister, half siblings, step siblings, stillborn, stillbirth, miscarriage, miscarried,
        cot death, adoptive mum, adoptive dad, adoptive parents, adoptive mother, adoptive father, birth mum, birth mother, birth dad,
        birth father, two mums, two dads, kinship placement, foster brother, foster sister, forced marriage, arranged marriage, widower,
        different dads, young carer, pregnant, wetnurse, breastfeeding, breast feeding, up the duff, having a baby, having twins"""),
    (Kind.FAMILY, Level.LOOK, _ALWAYS, """
        left care, care leaver, care experienced, twins, twin, widow, widowed, orphan, orphaned, single mum, single dad, lone parent, single parent, single mother, single father,
        expecting a baby, expecting twins, expecting again, months gone, ivf, surrogate, surrogacy, abortion, termination, adopters, was adopted,
        were adopted, got adopted, been adopted, adopted, foster mum, foster dad, foster mother, foster father, foster family, bairn due,
        baby due, due date, estranged, gied up, given up for adoption, big family, family of five, family of six, family of seven,
        kinship granny, great grandmother, great gran, great grandad, polygamous, same sex parents, ex wife, ex husband, brocht up, brought up in care"""),
    (Kind.FAMILY, Level.LOOK, _NEAR, """
        bump, due in, due any, adoption, adoptive, kinship, kinship care, kinship carer, kinship carers, foster care, foster carer, foster carers, foster placement,
        fostered, looked after, bereaved, bereavement, funeral, cremation, buried, divorced, divorce, separated, split up, expecting, expectin,
        remarried, engaged to, married, estranged, carer for, orphanage, brought up by, raised by, only son, only daughter, placements, her twin,
        firstborn, birth family, contact with his, gave birth, c section, premature, prem baby, neonatal, lost the baby, lost a baby, childless"""),
    (Kind.BACKGROUND, Level.SURE, _ALWAYS, """
        asylum seeker, asylum seekers, asylum claim, asylum decision, asylum interview, asylum case, asylum application, seeking asylum,
        claimed asylum, claiming asylum, refugee, refugees, refugee status, leave to remain, right to remain, unaccompanied minor, trafficked,
        nrpf, no recourse to public funds, no recourse, gypsy, gypsies, gypsy traveller, gypsy travellers, travelling family, traveller family,
        traveller site, travellers site, travellers, roma, romany, romani, showpeople, mixed race, mixed heritage, dual heritage, person of colour,
        jehovah's witness, jehovahs witness, jehovah's witnesses, jehovah witness, mormon, mormons, muslim, muslims, sikh, hindu, buddhist,
        rastafarian, pentecostal, wee free, free presbyterian, plymouth brethren, exclusive brethren,
        small boat, resettlement scheme, spouse visa, undocumented, home office interview, deported, deportation, stateless, no english,
        little english, broken english, turban, hijab, headscarf, niqab, burka, burqa"""),
    (Kind.BACKGROUND, Level.LOOK, _ALWAYS, """
        asylum, first language, mother tongue, jummah, friday prayers, rosary, quran, koran, samoan, maori, inuit, traveller, jewish, catholic, protestant, evangelical, greek orthodox, russian orthodox, quaker, pagan, atheist, humanist, imam, rabbi,
        nuns, convent, orange lodge, orange order, orange walk, home office, visa, immigrant, migrant, fled, windrush, came over on, on the boat from,
        halal, kosher, ramadan, shabbat, sadza, mosque, synagogue, gurdwara, temple, first communion, baptised, christened, goes to mass, been to mass,
        at mass, to mass, an interpreter, interpreters, through an interpreter, cousin marriage, black man, black woman, black boy, black girl, black family, black lad,
        black mum, black dad, black child, black children, only black, is black, white family, only white, asian family, asian man, asian woman,
        asian boy, asian girl, south asian, war zone, the war, refugee camp, bus from, boat from, detention centre, removal centre, quarriers"""),
    (Kind.BACKGROUND, Level.LOOK, _NEAR, """
        converted, church, chapel, minister, faith, praying, prays, prayer mat, christian, accent, immigration, ethnicity, religion, religious, passport"""),
    (Kind.BACKGROUND, Level.LOOK, _ALWAYS, """
        afghan, afghani, albanian, algerian, angolan, armenian, azerbaijani, bangladeshi, bengali, belarusian, bolivian, bosnian,
        brazilian, bulgarian, burmese, cameroonian, cantonese, caribbean, chilean, colombian, congolese, croatian, cuban, czech, dari, egyptian, eritrean,
        estonian, ethiopian, farsi, filipino, filipina, gambian, georgian, ghanaian, gujarati, hausa, hungarian, igbo, iranian, iraqi, ivorian, jamaican,
        jordanian, kenyan, kosovan, kurdish, kurd, kurds, kurmanji, sorani, latvian, lebanese, liberian, libyan, lingala, lithuanian, macedonian, malawian,
        malayalam, malaysian, mandarin, mexican, moldovan, mongolian, moroccan, namibian, nepalese, nepali, nigerian, oromo, pakistani, palestinian, pashto,
        peruvian, portuguese, punjabi, romanian, rwandan, senegalese, serbian, shona, sierra leonean, sindhi, singhalese, sinhalese, slovak, slovakian, slovenian, somali,
        somalian, sri lankan, sudanese, swahili, sylheti, syrian, tagalog, taiwanese, tamil, tanzanian, telugu, thai, tibetan, tigrinya, tunisian, turkish, twi,
        ugandan, ukrainian, urdu, uzbek, venezuelan, vietnamese, yemeni, yiddish, yoruba, zambian, zimbabwean, zulu, arabic, arab, gaelic, amharic, hindi,
        hong konger, israeli, saudi, kuwaiti, nigerien, indonesian, korean, japanese, icelandic, maltese, cypriot, trinidadian, barbadian, bajan, ndebele, wolof, fula, krio"""),
    (Kind.BACKGROUND, Level.LOOK, _CAPITAL, """
        polish, african, asian, american, australian, austrian, belgian, british asian, canadian, chinese, danish, dutch, english, finnish, french, german,
        greek, indian, irish, italian, norwegian, russian, spanish, swedish, swiss, welsh, pole, poles, dane, shetlander, orcadian"""),
    (Kind.HEALTH, Level.SURE, _ALWAYS, """
        huntington, huntingtons, fasd, foetal alcohol, fetal alcohol, cerebral palsy, cerebal palsy, multiple sclerosis, motor neurone, motor neuron, mnd,
        parkinson, parkinsons, alzheimer, alzheimers, dementia, korsakoff, cystic fibrosis, muscular dystrophy, spina bifida, sickle cell, haemophilia,
        epilepsy, epileptic, down syndrome, downs syndrome, tourette, tourettes, autistic, autism, asperger, aspergers, hiv, hep c, hepatitis c, hepatitis,
        schizophrenia, schizophrenic, schizoaffective, bipolar, personality disorder, bpd, eupd, anorexia, anorexic, bulimia, bulimic, fragile x,
        prader willi, angelman, rett syndrome, williams syndrome, ehlers danlos, hydrocephalus, microcephaly, pku, brain injury, head injury, brain tumour,
        brain damage, leukaemia, lymphoma, stoma, colostomy, tracheostomy, trachy, peg fed, tube fed, feeding tube, peg feed, wheelchair, wheelchair user,
        amputee, prosthetic leg, cochlear implant, cochlear, bsl, british sign language, makaton, registered blind, partially sighted,
        visually impaired, visual impairment, hearing impaired, sight loss, profoundly deaf, kidney transplant, heart transplant, liver transplant, dialysis,
        chromosome, rare condition, genetic condition, rare disease, life limiting, selective mutism, selectively mute, neonatal abstinence, crohn, crohns,
        lupus, endometriosis, fibromyalgia, global developmental delay, polio, scoliosis, dwarfism, achondroplasia, albinism, cleft palate, cleft lip, narcolepsy"""),
    (Kind.HEALTH, Level.LOOK, _ALWAYS, """
        hearing aid, hearing aids, one leg, wan leg, one eye, wan eye, one lung, wan lung, one arm, leg off, leg aff, leg amputated, lost a leg, lost his leg, lost her leg, adhd, asd, psychosis, psychotic, deaf, stammer, stutter, non verbal, nonverbal, learning disability, learning disabilities, learning difficulties,
        learning difficulty, dyslexia, dyslexic, dyspraxia, dyspraxic, diabetes, diabetic, cancer, chemo, chemotherapy, radiotherapy, tumour, copd, colitis,
        a stroke, her stroke, his stroke, mini stroke, heart attack, heart condition, eating disorder, sectioned, detained under, methadone, suboxone, buvidal, heroin, crack cocaine,
        street valium, injecting, alcoholic, rehab, cirrhosis, liver failure, terminally ill, terminal cancer, palliative, hospice, oxygen at home, seizures, fits, long covid, depo injection,
        clozapine, lithium, insulin, registered disabled, disabled, paralysed, prosthetic, artificial leg, guide dog, white stick, catheter, asthmatic, eczema,
        developmental delay, pda diagnosis, c ptsd, cptsd, gastric, transplant, meningitis, sepsis, tb, tuberculosis, frostbite, voices in his head, hears voices, hearing voices, zimmer"""),
    (Kind.HEALTH, Level.LOOK, _NEAR, """
        ptsd, ocd, blind, self harm, self harming, self harms, self harmed, suicidal, depression, depressed, postnatal depression, anxiety disorder,
        addiction, addict, addicted, in recovery, detox, relapse, relapsed, drinking again, asthma, disability, diagnosis, diagnosed, arthritis,
        mute, syndrome, scar, scars, birthmark, incontinent, memory loss, blood pressure, in remission, operation, surgery, using again, injects, drink problem,
        valium, cocaine, crack, drug use, medication, depo, oxygen, terminal, ms, nas, stroke, hearing loss, burns, epipen, walking frame, crutches, limp"""),
    (Kind.IDENTITY, Level.SURE, _ALWAYS, """
        transgender, trans, non binary, nonbinary, enby, lesbian, bisexual, pansexual, asexual, intersex, deadname, dead name, deadnamed, deadnaming, gender identity,
        gender clinic, puberty blockers, top surgery, chest binder, gender reassignment, gender dysphoria, genderfluid, gender fluid, drag queen, trans boy, trans girl"""),
    (Kind.IDENTITY, Level.LOOK, _ALWAYS, """
        gay, queer, came out as, came out to his, came out to her, came out to me, coming out as, coming out to, lgbt, lgbtq, he him, she her, they them, pronouns, assigned female, assigned male, her girlfriend, his boyfriend,
        his husband, her wife, drag, sexuality, sexual orientation, used to be a girl, used to be a boy, born a girl, born a boy"""),
    (Kind.IDENTITY, Level.LOOK, _NEAR, "transitioning, transitioned, testosterone, oestrogen, hormones, binder, new name, birth name, bi, fluid"),
    (Kind.JOB, Level.LOOK, _ALWAYS, """
        hgv driver, ex army, royal mail, prison officer, prison guard, firefighter, fireman, trawlerman, fisherman, fishermen, squaddie, footballer, offshore, on the rigs, oil rig, the rigs, oil worker, gamekeeper,
        ghillie, crofter, lighthouse, welder, roofer, scaffolder, bricklayer, brickie, taxi driver's wife, lollipop man, lollipop lady, dinner lady, binman, bin man,
        the boats, the trawlers, the buses, the bins, the railways, on the boats, in the army, in the navy, in the forces, the army, the navy, the raf, ex army, ex forces, ex military, ex police,
        ex soldier, veteran, territorials, black watch, royal marines, royal navy, in the police, police sergeant, quantity surveyor, security guard, jockey, professional footballer, msp,
        the cooper, sex worker, sex work, lap dancer, escort, undertaker, bouncer, doorman, distillery, shipyard, shipyards, the yards, the pits, fish factory, meat factory, call centre, chip shop, barbers"""),
    (Kind.JOB, Level.LOOK, _NEAR, """
        taxi driver, lorry driver, bus driver, train driver, councillor, soldier, joiner, plumber, electrician, mechanic, hairdresser, chef, cleaner, accountant,
        pharmacist, surveyor, architect, engineer, engineering degree, dentist, farmer, musician, singer, actor, journalist, postman, postie, janitor, jannie, pilot, sailor,
        marine, miner, steelworker, shop assistant, waitress, waiter, barmaid, labourer, decorator, plasterer, tailor, lecturer, professor, childminder, uniform, nightshift, night shift,
        paramedic, midwife, boxer, piper, beautician, barber, butcher, baker, barista, delivery driver, sergeant, corporal, fisheries, trawler, degree from, scaffolding, factory, pub landlord, shopkeeper"""),
    (Kind.JOB, Level.LOOK, _BEING, """
        police officer, policeman, policewoman, polis, nurse, doctor, teacher, headteacher, head teacher, gp, solicitor, lawyer, social worker, carer, minister, priest, care assistant,
        health visitor, judge, gardener, builder, driver, artist, writer, manager, cook, student, volunteer, painter, vet, guard, officer, model, coach, deputy head, scientist, translator,
        consultant, surgeon, librarian, receptionist, classroom assistant, support worker, youth worker, mechanic, spark, sparky, mp, elder, author, dancer, secretary, civil servant"""),
    (Kind.OFFENCE, Level.SURE, _ALWAYS, """
        compulsory supervision order, interim compulsory supervision order, cso, icso, supervision order, child protection order, cpo, permanence order, interim order,
        child assessment order, exclusion order, community payback order, community payback, payback order, drug treatment and testing order, dtto, restriction of liberty order,
        rlo, non harassment order, non harassment, interdict, mappa, asbo, antisocial behaviour order, residence order, kinship care order, section 11 order, guardianship order, guardianship,
        welfare guardian, compulsory treatment order, compulsory treatment, cto, ctmo, movement restriction condition, secure order, secure accommodation, lifelong restriction, life licence, lifer,
        on licence, licence conditions, parole, parole board, sex offender, sex offenders register, rso, registered sex offender, indecent images, lewd, on remand, remanded, on bail, bail conditions,
        breach of the peace, culpable homicide, manslaughter, fire raising, fireraising, arson, housebreaking, theft by housebreaking, drug dealing, dealing drugs, county lines, cuckooed, cuckooing,
        shoplifting, drink driving, sexual assault, sexually assaulted, raped, murdered, murder charge, attempted murder, electronic tag, electronic monitoring, ankle tag, on tag,
        section 25, section 83, section 47, section 13za, emergency detention, short term detention, adoption order, residence and contact order, contact order, carrying a knife"""),
    (Kind.OFFENCE, Level.LOOK, _ALWAYS, """
        curfew, cannabis, pled to, pled guilty, pleaded guilty, pleaded, plead guilty, assault, care order, incapacity order, court order, attendance order, charged with, convicted, conviction, convictions, sentenced, sentence for, jailed, in prison, in jail, in the jail, out of prison, out of jail, liberated, got the jail, the jail, recalled to prison, community service, unpaid work,
        child protection register, on the register, off the register, cpr, breached, breach of, breach, hate crime, stalking, vandalism, robbery, embezzlement, assaulted, assaulting, stabbing someone,
        domestic assault, on a tag, tagged, a tag, the tag, his tag, warrant, young offenders, yoi, polmont, hmp, reset the clock, life sentence, deferred sentence, diversion from prosecution, forensic, honour based, fgm, weapon, bad house"""),
    (Kind.OFFENCE, Level.LOOK, _NEAR, """
        assault, theft, stole, stealing, stolen, dealing, fraud, rape, murder, arrested, charged, custody, knife, court case, trial, offence, offences, offending, offender, released, licence,
        power of attorney, exclusions, excluded, cautioned, harassment, domestic abuse, domestic violence, drugs charge, bail, sheriff court, high court, dealer, gang, grooming, groomed, abused"""),
    (Kind.INCIDENT, Level.SURE, _ALWAYS, """
        front page, on the news, in the news, in the paper, in the papers, front o the paper, on the front of, went viral, gone viral, daily record, the sunday post, press and journal, evening times,
        house fire, flat fire, set fire to, set the flat on fire, stabbed, a stabbing, the stabbing, shooting, missing person, went missing, gone missing, reported missing, overdosed, od'd, oded, jumped off, jumped from,
        jumped in front, drowned, drowning, drugs raid, police raid, dawn raid, raided, door put in, door kicked in, kicked the door in, hit by a car, hit by a train, hit by a bus, knocked down, run over by,
        hanged himself, hanged herself, hung himself, hung herself, found hanging, killed himself, killed herself, killed hisself, took his own life, took her own life, taken her own life, taken his own life,
        car crash, road accident, explosion, gas explosion, kidnapped, abducted, abduction, armed police, dog attack, attacked by a dog, lifeboat, coastguard, cannabis farm, cannabis grow, cannabis factory,
        acid attack, machete, fell from, fell out a window, petrol bomb, firebomb, firebombed, mountain rescue, helicopter, found dead, fund deid, fatal accident inquiry, fatal accident"""),
    (Kind.INCIDENT, Level.LOOK, _ALWAYS, """
        attack on, overdose, suicide, a fire, the fire, a raid, the raid, raid, crash, evicted, eviction, flooded, abandoned, siege, front o the, swan boy, petition, protest, all over facebook, on facebook, tiktok, livestream, live stream, public inquiry,
        crimewatch, crowdfunder, gofundme, headlines, headline, tabloid, documentary, famous, lottery, the bridge"""),
    (Kind.INCIDENT, Level.LOOK, _NEAR, "attacked, fire, shot, jumped, set on, beaten up, burned, burnt, ran away, absconded, locked in, left alone, shaved, climbed, escaped, hostage"),
)  # fmt: skip

COUNTRIES = {
    "afghanistan", "albania", "algeria", "angola", "armenia", "azerbaijan", "bangladesh", "barbados",
    "belarus", "bolivia", "bosnia", "brazil", "bulgaria", "burma", "cameroon", "chad", "chile", "china",
    "colombia", "congo", "croatia", "cuba", "czechia", "egypt", "eritrea", "estonia", "ethiopia", "gambia",
    "georgia", "ghana", "guinea", "haiti", "hungary", "india", "iran", "iraq", "jamaica", "jordan", "kenya",
    "kosovo", "kurdistan", "latvia", "lebanon", "liberia", "libya", "lithuania", "macedonia", "malawi",
    "malaysia", "mali", "mexico", "moldova", "morocco", "myanmar", "namibia", "nepal", "nigeria",
    "pakistan", "palestine", "gaza", "peru", "philippines", "poland", "portugal", "romania", "russia",
    "rwanda", "senegal", "serbia", "slovakia", "somalia", "somaliland", "sudan", "syria", "taiwan",
    "tanzania", "thailand", "trinidad", "tunisia", "turkey", "uganda", "ukraine", "uzbekistan", "venezuela",
    "vietnam", "yemen", "zambia", "zimbabwe", "kabul", "aleppo", "damascus", "baghdad", "mariupol", "kyiv",
    "kharkiv", "kherson", "odesa", "warsaw", "krakow", "lagos", "harare", "mogadishu", "asmara", "khartoum",
    "tehran", "lahore", "karachi", "mirpur", "accra", "nairobi", "kampala", "bucharest", "vilnius", "riga",
    "manila", "hanoi", "homs", "basra", "mosul", "kandahar", "herat", "addis", "kinshasa", "donetsk",
    "lviv", "gdansk", "lodz", "delhi", "mumbai", "kerala", "punjab", "kashmir", "belfast",
}  # fmt: skip
SHY_COUNTRIES = {
    "turkey", "jordan", "chad", "china", "georgia", "mali", "belfast", "punjab", "guinea", "india",
    "trinidad",
}  # fmt: skip


class _Phrase(NamedTuple):
    rest: tuple[str, ...]
    kind: Kind
    level: Level
    tie: Tie


def _table() -> dict[tuple[str, str], list[_Phrase]]:
    """The phrases by their first word and their second, which is nothing where there is one word; the longest first."""
    table: dict[tuple[str, str], list[_Phrase]] = {}
    for kind, level, tie, words in _LISTS:
        for phrase in words.replace("\n", " ").split(","):
            first, *rest = phrase.replace("'", "").split()
            begins = first, rest[0] if rest else ""
            table.setdefault(begins, []).append(_Phrase(tuple(rest), kind, level, tie))
    for phrases in table.values():
        phrases.sort(key=lambda phrase: -len(phrase.rest))
    return table


PHRASES = _table()

# ---- shapes: tried where their first word stands -------------------------------------------------------------------

_HOW = (
    r"(?:(?:wee|big|young|younger|older|other|grown(?: up)?|half|little|small|surviving|beautiful|full)\s)?"
)
_BROOD = rf"{_N}\s{_HOW}(?:sons|daughters|sisters|brothers|siblings|brithers|weans|bairns|stepchildren|grandchildren|grandkids|foster children|half siblings)\b"
_CHILDREN = rf"{_N}\s{_HOW}(?:kids|children|boys|girls|lads|babies)\b"
_DEATH = r"(?:died|dies|dying|passed(?: away| on)?(?!\s(?:the|her|his|a|it|me|on|my|out|by|over|exam|him|them|through))|deid|dead|had passed)"

_SHAPES: tuple[tuple[str, str, Kind, Level, Tie], ...] = (
    ("two twa three four fower five six seven seeven eight eicht nine ten eleven twelve 2 3 4 5 6 7 8 9 10 11 12", _BROOD, Kind.FAMILY, Level.LOOK, _ALWAYS),
    ("two twa three four fower five six seven seeven eight eicht nine ten eleven twelve 2 3 4 5 6 7 8 9 10 11 12", _CHILDREN, Kind.FAMILY, Level.LOOK, _NEAR),
    (
        "eldest oldest youngest middle second third fourth fifth one",
        rf"(?:eldest|oldest|youngest|middle|second|third|fourth|fifth|one)(?: (?:child|wan|yin|one|born|boy|girl|son|daughter))?,? (?:of|o|oot o) {_N}\b(?! (?:\w+ ){{0,2}}(?:things|ways|options|people|workers|meetings|times|of))",
        Kind.FAMILY, Level.SURE, _ALWAYS,
    ),
    ("mum mother dad father maw mammy gran granny parent da", rf"\w+ (?:of|tae|to|o) {_N}\b(?! (?:years|months|weeks|people))", Kind.FAMILY, Level.SURE, _ALWAYS),
    (" ".join(_KIN), rf"\w+(?:'s)?,? (?:(?:who|had|has|have|just|recently|also|wis|was|is|nearly|suddenly|only|both|is now)[ ]){{0,3}}{_DEATH}\b", Kind.FAMILY, Level.SURE, _ALWAYS),
    ("lost losing", rf"\w+ (?:his|her|their|thir|hus|a|the|its) (?:\w+ )?(?:{_KIN_RE})\b", Kind.FAMILY, Level.SURE, _ALWAYS),
    ("death anniversary loss", rf"\w+ (?:of|o) (?:his|her|their|the) (?:\w+ )?(?:{_KIN_RE})\b", Kind.FAMILY, Level.SURE, _ALWAYS),
    ("stays lives living staying lived stayed bidin bides stayin moved", rf"\w+ (?:in )?(?:with|wi|beside|at) (?:his|her|their|hus|its) (?:\w+ )?(?:{_KIN_RE})\b", Kind.FAMILY, Level.LOOK, _ALWAYS),
    ("brought brocht raised reared", r"\w+ (?:up )?(?:by|in|wi) (?:his|her|their|hus|foster|care|the|a|quarriers)\b(?: \w+)?", Kind.FAMILY, Level.LOOK, _ALWAYS),
    ("months weeks", r"\w+ (?:gone|pregnant)\b", Kind.FAMILY, Level.SURE, _ALWAYS),
    ("expecting expectin", r"\w+(?: (?:a (?:baby|wean|boy|girl)|her|twins|again|another|number)|(?=\s?[.,!;]| and| in\b))", Kind.FAMILY, Level.LOOK, _ALWAYS),
    ("married", rf"married (?:for )?(?:{_N}|\w+ty)(?:[ -]\w+)? years", Kind.FAMILY, Level.LOOK, _ALWAYS),
    ("wean baby bairn", r"\w+ (?:she|he) (?:gied|gave|had tae gie|had to give) (?:up|away|awa)\b", Kind.FAMILY, Level.SURE, _ALWAYS),
    ("died deid", r"\w+\b", Kind.FAMILY, Level.LOOK, _ALWAYS),
    ("speaks speak spoke speaking spoken", r"\w+ (?:only |mostly |no |little |to \w+ in |good |some )?(?:english|polish|chinese|french|german|spanish|italian|russian|greek|dutch|welsh)\b", Kind.BACKGROUND, Level.LOOK, _ALWAYS),
    ("works worked wirks working wirkin", r"\w+ (?:(?:\w+ years|nights|shifts|away|part time|full time|days|weekends) ?)?(?:(?:as|in|at|for|on|doon|down|oot) (?:an? |the |his |her )?(?!(?:way|with|me|us|my|out|it|this|that|all|her|him|them)\b)\w+|nights|shifts|offshore|away)\b", Kind.JOB, Level.LOOK, _NEAR),
    ("plays played dances dancing dance boxes boxed swims fought sings ran captain", r"\w+ (?:football |rugby |fitba |shinty |the pipes |the chanter )?(?:for|wi) (?:the )?(?!(?:me|us|her|him|it|hours|a|an|my|his|this|that|them|the|now|ages|real)\b)\w+", Kind.JOB, Level.LOOK, _NEAR),
    ("runs ran owns managed manages", r"\w+ (?:the|a|his|her|thir) (?:\w+ ){0,2}(?:shop|pub|cafe|takeaway|garage|barbers|salon|restaurant|farm|croft|firm|business|hotel|nursery|chippy|gym|company|bakery|factory|stall|bar|club)\b", Kind.JOB, Level.LOOK, _ALWAYS),
    ("drives drove driving", r"\w+ (?:a|the|his|taxis?|buses|lorries|an) ?(?:taxi|taxis|bus|buses|lorry|hgv|van|ambulance|digger|train|tractor|number|gritter)\b", Kind.JOB, Level.LOOK, _NEAR),
    ("degree qualified trained", r"\w+ (?:from|as an?|in) \w+", Kind.JOB, Level.LOOK, _NEAR),
    ("nights nightshift shifts", r"\w+ (?:at|in|on|wi|with) (?:the |a )?\w+(?: \w+)?", Kind.JOB, Level.LOOK, _NEAR),
    ("retired", r"retired \w+", Kind.JOB, Level.LOOK, _ALWAYS),
    ("ex", r"ex-\w+", Kind.JOB, Level.LOOK, _ALWAYS),
    ("two three four five six seven eight nine ten eleven twelve thirteen fourteen 3 4 5 6 7 8 9 10 11 12 13 14", r"\w+ (?:\w+ )?(?:placements|miscarriages|foster homes)\b", Kind.FAMILY, Level.LOOK, _ALWAYS),
    ("days months weeks", r"\w+ (?:of|o) (?:exclusions?|remand|custody)\b", Kind.OFFENCE, Level.LOOK, _ALWAYS),
    ("done doing did served serving", rf"\w+ (?:{_N}|\w+teen|a|his) ?(?:years?|months|time|sentence)\b(?: (?:in|for|inside))?", Kind.OFFENCE, Level.LOOK, _NEAR),
    ("stole nicked robbed", r"\w+ (?:a|the|his|her|from|fae|my) \w+", Kind.OFFENCE, Level.LOOK, _NEAR),
    ("set", r"set (?:\w+ )?(?:fire|alight)\b", Kind.INCIDENT, Level.SURE, _ALWAYS),
    ("found fund foond", r"\w+ (?:him|her|his \w+|her \w+|them) (?:dead|deid|hanging|unconscious|himsel|hersel|blue)\b", Kind.INCIDENT, Level.SURE, _ALWAYS),
    ("third second fourth fifth", r"\w+ (?:miscarriage|stillbirth|placement|marriage|pregnancy|overdose)\b", Kind.FAMILY, Level.LOOK, _ALWAYS),
)  # fmt: skip


def _triggers() -> dict[str, list[tuple[str, Kind, Level, Tie]]]:
    triggers: dict[str, list[tuple[str, Kind, Level, Tie]]] = {}
    for words, pattern, kind, level, tie in _SHAPES:
        for word in words.split():
            triggers.setdefault(word, []).append((pattern, kind, level, tie))
    return triggers


TRIGGERS = _triggers()
