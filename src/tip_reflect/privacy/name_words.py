"""What stands round a name, and what may be part of one."""

import re

from tip_reflect.privacy.cues import ACTS, AUXILIARIES, HONORIFICS, KIN, LEADS, PET, SMALL_WORDS, TITLES
from tip_reflect.privacy.dictionary import Flag

JOIN = re.compile(r"[ \t\u00a0]{1,3}|\.[ \t]?|[ \t]?[‐‑-][ \t]?")
"""What may stand between the parts of one name."""
INITIALS_LONGEST = 3
LONGEST_JOIN = 4
SLIP_LENGTH = 4
SPELLED_LETTERS = 4
LONGEST_WORD = 24


QUOTATION = ('"', "“", "”", "'", "‘", "’")
WHOM = frozenset("him her them me himself herself it wean baby".split())
CALLS = frozenset("call calls called calling name named names cry cries nickname nicknamed".split())
GREETINGS = frozenset("hi hiya hello hey dear cheers thanks ta sorry right".split())
NAMING = frozenset("called named told telt asked".split())
SPOKEN_TO = frozenset("told telt asked phoned rang texted messaged emailed thanked hugged".split())
"""What one does to a person and to no thing."""
SAYS = frozenset(
    "said says phoned rang texted asked told telt replied laughed cried smiled nodded shrugged shouted".split()
)
TAKES_A_PERSON = frozenset(
    "with wi told telt asked saw met phoned rang called texted messaged emailed visited helped supported thanked hugged "
    "named about for to from against beside and miss missed love loved like liked tell ask see meet phone ring text visit "
    "seeing meeting visiting hi hiya hello dear thanks cheers sorry that says is was it's its".split()
)
AFTER_A_PERSON = {
    "",
    *"and or but about at on in today again for when who who's after before if so because cos then too as from with".split(),
}
DETERMINES = frozenset(
    "a an the this that some any no more much my your his her our their of such what every each".split()
)
NOT_BEFORE_A_NAME = frozenset(
    "of in on into with like as by through under over be being is are was were very too so".split()
)
JOINS = frozenset(
    "and but so when then that because cos if as says said after before while where since until later".split()
)
OBJECTS = frozenset("the a an of her his him them it me us my their out up that this".split())
TELLS = frozenset(
    "said says told tells asked asks replied answered phoned texted rang laughed cried smiled nodded shrugged shouted "
    "whispered disclosed attended reported presented engaged grinned sighed wants wanted thinks thought knows came went "
    "sat stood left arrived refused agreed admitted explained telt kens kent who".split()
)
SMALL_NAMES = frozenset("he can so do an you her my ma to no".split())
"""Names in Chinese, Turkish, Vietnamese or Hmong, and small words in English."""
SHORTENED = HONORIFICS | {"fr", "st", "capt"}
"""Before these parts of a name a full stop ends no sentence: Dr. Khan."""
TIMES = frozenset("spring summer autumn winter august dawn".split())
SOMEONE_IS = frozenset(
    "in at on there here upset late fine ok okay home away off out asleep scared angry quiet ill unwell drunk sober safe "
    "alone back tired ready sorry happy sad worried annoyed furious raging crying greetin greeting".split()
)
"""What people are, more than things."""
IS = frozenset("was is wis wasn't isn't wisnae wasnae isnae wasnt isnt".split())
WORD_OR_NAME = Flag.COMMON | Flag.ALSO_WORD
NO_NAMES = SMALL_WORDS | ACTS | AUXILIARIES
BEFORE_A_PERSON = KIN | TAKES_A_PERSON | PET
GREETED = TAKES_A_PERSON | PET | GREETINGS
BEFORE_INITIALS = KIN | LEADS | TITLES | PET
