"""Short forms of given names, and the full names each may stand for."""

from collections.abc import Mapping

_SHORT = {
    "robert": "rab rabbie bob bobby bobbie rob robbie bert",
    "elizabeth elisabeth": "liz lizzie lizzy beth betty bess bessie libby eliza elsie lisbeth",
    "katherine catherine kathryn katharine kathleen cathryn": "kate katie katy kathy cathy kath cath kit kitty kat",
    "james": "jim jimmy jimmie jamie jamesie",
    "william": "bill billy will willie wullie",
    "thomas": "tam tommy tom",
    "margaret": "maggie meg peggy mags madge",
    "alexander": "sandy alec alex ally eck xander sasha",
    "alexandra": "alex sandra lexi sasha ally",
    "alistair alasdair alastair alison": "ally ali",
    "joseph": "jo joe joey",
    "joanne joanna josephine": "jo josie",
    "daniel danielle": "dan danny dani",
    "david": "dave davie davy dod",
    "christopher": "chris kris kit",
    "christine christina": "chris chrissie tina",
    "nicholas": "nick nicky nico",
    "nicola nicole": "nic nicky nikki nicki",
    "patrick": "pat paddy",
    "patricia": "pat patsy trish tricia",
    "stephanie": "steph steffi",
    "stephen steven": "steve stevie ste",
    "susan suzanne": "sue susie suzie",
    "edward": "eddie eddy ed ted teddy ned",
    "andrew": "andy drew",
    "michael": "mike mick mikey mickey micky",
    "michelle": "shell chelle",
    "john": "johnnie johnny jock jack jocky",
    "jonathan": "jon jonny jonno",
    "anthony antony": "tony ant",
    "benjamin": "ben benny benji",
    "matthew": "matt matty",
    "richard": "rick ricky dick rich richie",
    "samuel samantha": "sam sammy",
    "kenneth": "ken kenny",
    "ronald": "ron ronnie",
    "donald": "don donnie",
    "charles charlotte": "charlie",
    "george": "geordie dod",
    "peter": "pete",
    "philip phillip": "phil",
    "gregory gregor": "greg",
    "frederick": "fred freddie",
    "francis frances": "fran frank frankie",
    "victoria": "vicky vicki tori",
    "rebecca": "becky becca bex",
    "jennifer": "jen jenny jenni",
    "jessica": "jess jessie",
    "deborah": "deb debbie debs",
    "jacqueline": "jackie jacqui",
    "kimberley kimberly": "kim",
    "theresa teresa": "terry tess",
    "terence": "terry",
    "gillian": "gill jill",
    "amanda": "mandy",
    "barbara": "babs barb",
    "dorothy": "dot dottie dolly",
    "agnes": "nessie senga",
    "helen": "nell nellie",
    "eleanor": "nell nellie ellie",
    "isabel isobel isabella": "bella izzy izzie isa",
    "abigail": "abi abby",
    "natalie natasha": "nat",
    "timothy": "tim timmy",
    "leonard": "len lenny",
    "lawrence laurence": "larry lawrie laurie",
    "archibald": "archie baldy",
    "douglas": "doug dougie",
    "duncan": "dunc dunky",
    "graham graeme": "gray",
    "stuart stewart": "stu stewartie",
    "cameron": "cam cammy",
    "malcolm": "malky calum",
}


def _full() -> Mapping[str, frozenset[str]]:
    full: dict[str, set[str]] = {}
    for names, shorts in _SHORT.items():
        for short in shorts.split():
            full.setdefault(short, set()).update(names.split())
    return {short: frozenset(names) for short, names in full.items()}


FULL_NAMES = _full()
"""By short form: `{"tam": {"thomas"}, "pat": {"patrick", "patricia"}}`. Ours: what people in Scotland go by."""
