"""The words that make a number an age, and those that make it something else."""

KIN = frozenset(
    "son sons daughter daughters dauhgter dochter boy boys girl girls lad lads laddie laddies lassie lassies wean weans "
    "bairn bairns baby babies wain wains child children kid kids kiddies twins twin triplets eldest oldest youngest middle "
    "brother brothers sister sisters sibling siblings brither wee yin ones cousin nephew niece grandson granddaughter "
    "grandchild grandchildren grandkids mum mums mam maw mammy mother dad da daddy father faither gran granny nana grandad "
    "granda papa auntie aunt uncle stepdad stepmum stepson stepdaughter wife husband partner boyfriend girlfriend man woman "
    "lady gentleman guy wumman teenager toddler infant youngster pupil resident lodger patient mrs half-brother stepbrother "
    "stepsister foster bro sis boyf".split()
)
SUBJECTS = KIN | set(
    "he she they i you him her them hes shes theyre im one yin ah ye who whos thay weans hersel himsel".split()
)
BABIES = frozenset("baby wean bairn youngest toddler wain infant".split())
WEE = frozenset("wee little older younger big young".split())
NO_SUBJECTS = frozenset(
    "it there that this which what where here how when why time score number total answer result page caseload team we room "
    "all half most some many few cost price rate average maximum minimum limit ratio level standard step stage weather day "
    "week month year clock bus train temperature rating next first last second other rest aim curfew now meeting visit "
    "appointment contact tea lunch dinner bedtime hearing panel review session call start finish shift everything nothing "
    "something anything let so then two three four five six".split()
)
"""What is said to be a number and is nobody: `it was two`."""

BEING = frozenset("is was wis are were s re m be being wur been noo iz".split())
TURNING = frozenset("turned turns turning turnt turn".split())
AGED = frozenset("aged age ages agd aging".split())
FILLERS = frozenset(
    "only just now nearly almost about still barely maybe around jist noo already even aboot over but big roughly both no "
    "not approximately approx probably like actually there going on coming goin up for rising hardly well gone getting mibbe yet "
    "exactly under quite gey near naw aroudn gaun fae circa c mebbe nearabouts".split()
)
"""What may stand between who someone is and how old: `she is only just`."""

NUMBERED = frozenset(
    "page pages pp p room rooms flat floor ward block plot bay platform channel section sections para paragraph chapter "
    "step stage level unit module item question q week weeks day days year years month months grade band bus route no "
    "number numbers nr part phase point points line version v act standard outcome principle figure table form case cases "
    "scale score scored scoring scores draft row seat door house street box class top tier type group sheet slide number "
    "rule list vol volume ext option gate junction m a s windows iphone size shoe degrees minus plus times foot feet stone svq nvq hnc unit scqf covid ps x".split()
)
"""What is told apart by number: `room 9`."""

COUNTING = frozenset(
    "at by bi from fae for fur to tae of o in on onto intae into with wi per than within out off after before until till til "
    "since through among amongst across behind against near down up towards between without upon via round "
    "the a an these those this that my our your his her its all every each any some another other last first next past "
    "half many few more less least most several whole "
    "got get gets getting had has have having need needs needed take takes took taking make made makes making scored count "
    "counted counting counts want wanted wants saw see seen did do done keep kept leave left lost lose found find gave give "
    "given wrote write sent missed missing read used use use walked waited wait spent spend add added number totalled there "
    "or nor if we us you them me it him because which as where how when hundred thousand million dozen "
    "earned paid pay cost costs owes owed ate drank drew picked chose choose choosing listed named ran drove called "
    "covers covered held hold holds met visited tried did asked answered only".split()
)
"""What comes before a count or an hour: `got three`, `by four`."""
