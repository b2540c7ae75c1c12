"""The words and shapes that make a street, a town or a service of the words beside them."""

import re

from tip_reflect.privacy.calendar_days import MONTH_NAMES, WEEKDAY_WORDS
from tip_reflect.privacy.cues import PLACE_LEADS, SMALL_WORDS
from tip_reflect.privacy.plain_signs import Later

STREETS = frozenset(
    "street road avenue crescent drive terrace gardens lane close wynd brae vennel quadrant grove mews quay esplanade "
    "boulevard parade roundabout estate scheme bay mains rigg cresent crecent avenu strret raod".split()
)
"""These make a street of almost any word before them."""
ON_A_STREET = frozenset("in on at off along of to up down from past near behind by fae oan".split())
MAYBE_STREETS = frozenset(
    "st rd ave cres dr pl terr gdns ct court place square row way loan path view park walk gate rise hill green bank circus "
    "gait pend rigg field fields toll cross bridge wood glen mains steading cottages cottage villas towers tower flats heights mount "
    "estate scheme house docks dock harbour shore links beach station market pier promenade canal loch cottages".split()
)
"""These do so after a capital or a number."""

SERVICES = frozenset(
    "primary high academy nursery school college university surgery hospital infirmary hospice clinic prison hostel church "
    "kirk chapel mosque temple gurdwara synagogue cathedral parish mosque unit ward lodge centre hub project trust "
    "thistle rovers united athletic wanderers rangers albion juniors foodbank library pharmacy chemist fc afc rfc "
    "foodshare larder bakery cafe hotel inn tavern bar arms pub garage motors stores supermarket cooperative co-op association fellowship "
    "housing homes care-home brownies guides scouts cubs brigade playgroup childcare daycare cabin court gym dental "
    "dentists practice partnership foundation shelter refuge initiative network collective secondary takeaway chippy "
    "home office depot suite bank convent recovery ltd limited company cafe boxing hotel residential supported barbershop ha primry nursrey secure foyer hostle hospitle surgry factory yard farm salon butchers advocacy center medical carehome softplay community-centre".split()
)
"""The last word of a named service: Larkfield Primary, the Glen Surgery."""
CAPITAL_ONLY = frozenset(
    "ha secure office suite bank recovery company home house lodge hall court manor villa view bank park club centre hub project trust group team service services society league law solicitors legal haulage joinery roofing construction cleaners seafoods fisheries distillery brewery barbers hair beauty tattoo bookmakers kitchen tandoori vihara mandir sangha foodbank consulting associates logistics fabrications creamery".split()
)
"""Last words that make a service only where capitals do: Strathallan House."""
SERVICE_GOES_ON = frozenset(
    "school primary high academy nursery unit centre hospital church surgery practice college house ward club fc care home homes group service services project hub court medical health street road parish rc roman catholic family resource early years community day sports football boxing rugby youth and".split()
)
GENERIC = frozenset(
    "the a an this that his her their my our your its local new old same another any every each some no which what at in to "
    "from and or of for with on by is was are were be his's primary secondary special early first last next whole mainstream "
    "good bad big small wee public private general main central community family health mental physical social day night care "
    "support housing homeless women's men's children's child's young youth adult adults old older respite residential secure "
    "foster psychiatric acute medical maternity antenatal postnatal labour local council after before during between into "
    "through outside inside near leaving starting left leave go going back get got him them me us you who when where why how "
    "not only just about then so if but because than like nearest different own former previous current catholic protestant "
    "junior senior sports football boxing rugby bingo working drop-in nearby community's church's school's whole half open "
    "closed tiny huge lovely nice rural urban busy quiet full empty one two three four five six my's sheriff court's "
    "justice prison high nursery college school playing academic further higher free big-city assessment intensive".split()
)
"""Words that, before a service's last word, name none: the local surgery, her new school."""
PROJECTS = frozenset(
    "project trust nursery primary academy surgery hostel lodge hub convent takeaway bakery house court gardens association "
    "fellowship playgroup foodbank chippy salon barbers".split()
)
"""Last words that make a service of everyday words where there are no capitals: the shed project."""
NUMBERED = frozenset("ward wing block unit hall hmp yoi cell room flat".split())

STREET_NUMBER = Later(
    r"(?:\bflat\s+)?\b\d{1,4}[a-z]?(?:/\d{1,3}){0,2}[\s,]+(?:(?:the|old|new|st|great|upper|lower|north|south|east|west|wee|first|second)\s+)?$",
    re.IGNORECASE,
)
BUS = Later(
    r"\b(?:the\s+)?(?:number|no\.?|service)?\s*[XN]?\d{1,3}[A-Z]?\s+(?:bus|buses)\b|\b(?:bus|service)\s+(?:number\s+)?[XN]?\d{1,3}[a-z]?\b",
    re.IGNORECASE,
)
THE_NUMBER = Later(r"\bthe\s([XNxn]?\d{1,3}[A-Za-z]?)(?=\s(?!%|hours|minutes|days|weeks|of)|[.,;!?]|$)")
ROUTE = Later(
    r"\b(?:number|no\.?|nummer)\s\d{1,3}[a-z]?(?![\w/:.-]\d|\w|%)|(?<=\bthe\s)(?!(?:[sp]|np?)\d)[a-z]\d{1,3}[a-z]?(?![\w/-])",
    re.IGNORECASE,
)
"""The number 19, the X38: a bus, and so where someone lives."""
FLAT = Later(
    r"\b(?:flat|apartment|room|unit|plot)\s+\d{1,3}(?:/\d{1,2}){0,2}[a-z]?\b(?!\s*(?:%|minutes|hours|days))",
    re.IGNORECASE,
)
MAIN_ROAD = Later(
    r"\b(?:the|on|off|up|down|along|by|near|junction)\s([Mm]\d{1,2}|[Aa]\d{1,4}|[Bb]\d{3,4})(?![\w/-]|\s?paper)"
)
WARD = Later(
    r"\b(?:ward|wing|block|hall)\s+(?:\d{1,3}[A-Za-z]?|[A-Z])(?![\w%])(?:\s+(?:at|of|in)\s+(?:the\s+)?)?|\b(?:HMP|HMYOI|YOI)\s+(?:&\s*YOI\s+)?[A-Za-z]+(?:\s+[VY][a-zA-Z]+)?",
)
GAELIC = Later(
    r"\b(?:(?:[Bb]un-|[Àà]rd-)?[Ss]goil|[Tt]aigh|[Ee]aglais|[Oo]spadal)(?:\s(?:an|na|nan|nam|a['’]|an\st-)\s?)?\s?[^\W\d_a-z][^\W\d_]+(?:\s[^\W\d_a-z][^\W\d_]+)?"
)
"""A school, a house, a church, a hospital: Sgoil an Iochdair, Taigh na Mara."""
WARD_CASELESS = Later(r"\bward\s+\d{1,3}[a-z]?\b|\bhm(?:p|yoi)\s+[a-z]+\b", re.IGNORECASE)
_GAP = r"[ \t\u00a0]{1,3}|[ \t]?[-‐‑/][ \t]?|(?:(?<=[SsMm][Tt])|(?<=[Dd][Rr]))\.[ \t]|[ \t]?&[ \t]?"
GAP = re.compile(_GAP)
"""What parts two words of one name: the only full stop is that of St., Mt. or Dr."""
GAP_AFTER_S = re.compile(rf"(?:['’][sS])?(?:{_GAP})")
LONGEST_NAME = 5
LONGEST_SLIP = 5
_WITHIN = r"(?:in|at|on|near|off|by|beside|above|behind|opposite|next\sto)\s(?:the\s)?"
THERE = Later(
    r"(?:(?<=\bthe\s)(?:[a-z'’-]{3,}\s){1,2}|\b)(?:team|folk|group|carers|drivers|shop|factory|factry|hoose|chemist|pharmacy|barbers|"
    r"hairdressers|salon|pub|deli|bakers?|bakery|takeaway|bookies|pantry|minor\sinjuries|advocacy|drop[\s-]in|"
    r"a\s?&\s?e|icu|hdu|nicu|maternity|band|hostel|warehouse|garage|ward|ipu)\s"
    rf"{_WITHIN}$|"
    r"\b(?:(?:sheriff|high|justice|family|health|day|primary|job|community|care|bus|train|lunch|youth|bingo)\s)?(?:courts?|school|nursery|hospital|surgery|hostel|prison|church|mosque|hospice|"
    r"kirk|chapel|gurdwara|temple|club|home|hall|uni|college|maternity|refuge|hub|project|academy|primary|playgroup|childminder|"
    r"jobcentre|centre|library|foodbank|food\sbank|police\s(?:station|office)|station|subway|depot|office|clinic|unit|college|gym|boxing|"
    r"tesco|asda|lidl|aldi|costa|greggs|boots|mcdonald'?s|spar|co-?op|morrisons|sainsbury'?s|b&m|bank|cafe|chippy|room)\s"
    rf"{_WITHIN}$",
    re.IGNORECASE,
)
WITHIN_ENDS = frozenset("in at on near off by beside above behind opposite to the".split())
"""The last word of what THERE looks for."""
LONGEST_WITHIN = len(" opposite ")
SAINT = Later(
    r"\b(?:[Ss](?:t|aint)\.?|[Oo]ur [Ll]ady(?: of| and)?|[Ss]acred|[Hh]oly|SAINT|ST)\s(?!Street|Road)(?>[A-Za-z]{3,}(?:['’][sS])?)\b(?!(?i:['’]?\s(?:day|night)))"
)
A_SAINTS_DAY = Later(r"['’]?s?\s(?:day|night)\b", re.IGNORECASE)
LONGEST_BETWEEN = len("'s comma near the ")
AT_THE = Later(r"(?:['’]s)?(?:,|\scomma)?\s(?:(?:at|of|in|on|near|off)\s)?(?:the\s)?", re.IGNORECASE)


TO_A_SHOP = frozenset("to at from outside via in near past".split())
BELONGS_TO = frozenset("from fae at with through via phoned rang called to for the".split())
INSTITUTIONS = frozenset(
    "panel hearing reporter court council board department chair head promise act government parliament bible internet "
    "team teams service services group meeting plan review conference assessment report order register record code "
    "standards framework policy procedure guidance training course file case file's inquiry commission house lord lords "
    "child children family mum dad gran one same other new old and i oh ok social police duty crown state union school "
    "hospital university college north south east west central world web net app zoom compulsory supervision protection permanence community payback care looked after need needs risk "
    "adult adults support welfare rights officer worker workers manager record records independent living director "
    "named person lead professional local authority advice education learning early years hours out practice quality life "
    "story contact time session group's signs safety safe strengths based assessment wellbeing wheel outcomes star strategy "
    "kinship carer carers foster fostering adoption through aftercare throughcare leave leaver leavers housing benefits "
    "universal credit personal independence payment disability living allowance attendance mental health act bill law "
    "incident log form forms chronology risk pandemic lockdown bus train".split()
)
TIMES = (
    MONTH_NAMES
    | WEEKDAY_WORDS
    | frozenset("christmas easter ramadan eid diwali hanukkah xmas hogmanay".split())
)
STREET_WORDS = STREETS | MAYBE_STREETS
SERVICE_WORDS = SERVICES | CAPITAL_ONLY
NO_STREETS = PLACE_LEADS | SMALL_WORDS | MONTH_NAMES
LEADS_TO_A_STREET = PLACE_LEADS | frozenset("on off of along up down by fae the".split())
