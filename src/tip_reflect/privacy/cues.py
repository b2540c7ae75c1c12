"""The words around a name that tell it from a word: titles, kin, and what people do."""

TITLES = frozenset(
    "mr mrs ms miss mx mister missus dr doctor prof professor sir madam rev reverend fr pastor imam sheikh pc dc ds "
    "di wpc sgt sergeant inspector constable councillor cllr sheriff judge uncle aunt auntie aunty unkie granny gran "
    "grannie grandad granddad grandma mummy daddy maister messrs firefighter detective superintendent granda grandpa grampa papa nana nan nanny gramps cousin sister brother father lord lady insp supt sister matron mistress master chaplain minister captain major nurse deacon canon colonel lt lieutenant capt brigadier abbot abbess archdeacon monsignor rabbi swami bailie".split()
)
"""Before a name they belong to it: Mrs Brown, auntie Senga."""

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof rev pc dc ds sgt cllr mister missus councillor insp supt messrs mistress lt capt".split()
)
"""These make a name of whatever follows."""

PET = frozenset("peerie wee big auld old young little fat daft".split())

KIN = frozenset(
    "mum mums mam mammy maw mother ma dad dads da daddy father faither son sons daughter daughters brother brothers "
    "sister sisters bro sis gran granny grannie grandmother grandfather grandad granda nana papa nan uncle aunt auntie "
    "partner wife husband boyfriend girlfriend fiance fiancee ex cousin niece nephew stepdad stepmum stepfather "
    "stepmother stepson stepdaughter grandson granddaughter neighbour friend pal mate carer worker colleague manager "
    "boss senior supervisor teacher tutor nurse midwife visitor doctor gp officer lawyer solicitor wean bairn boy girl "
    "baby lad lassie lass laddie twin twins kid child toddler client tenant patient resident woman man lady guy "
    "consultant psychologist psychiatrist therapist counsellor keyworker advocate coordinator deputy head headteacher "
    "janitor chair reporter sheriff student interpreter pharmacist caretaker cleaner childminder foster daughter-in-law "
    "son-in-law mother-in-law father-in-law sister-in-law brother-in-law key-worker".split()
)
"""A name may follow at once: her son Jamie, the health visitor Anne."""

LEADS = frozenset(
    "with told telt asked saw seen met phoned rang called texted messaged emailed visited helped supported thanked "
    "hugged named knew know knows heard watched followed against beside behind between dropped collected picked "
    "introduced reminded "
    "believed trusted miss missed tell ask see meet phone call text visit help support thank mind minded "
    "telling asking seeing meeting phoning calling texting visiting supporting wi when because cos coz that while "
    "if whether but since after before until then although though said says".split()
)
"""What often stands before a person."""

WEAK_LEADS = frozenset("and to from for by about of or at than is was as like on off tae fae frae &".split())

ACTS = frozenset(
    "said says sais saying told tells asked asks replied answered goes went came comes cam turned wants wanted thinks "
    "thought knows knew kens kent feels felt looked looks laughed laughs cried cries smiled smiles sat sits stood "
    "stands phoned phones called texted texts rang rings arrived left leaves didn't didnt didnae doesn't doesnt "
    "doesnae wasn't wasnt wisnae isn't isnt isnae hasn't hasnt hasnae hadn't hadnt hadnae couldn't couldnt couldnae "
    "wouldn't wouldnt wouldnae won't wont can't cant cannae told spoke speaks talked talks shouted shouts whispered "
    "whispers nodded nods shrugged shrugs explained explains agreed agrees admitted admits refused refuses stopped "
    "stops started starts kept keeps took takes gave gives got gets made makes brought brings showed shows let lets "
    "ran runs walked walks moved moves lives lived stays stayed slept sleeps ate eats likes liked loves loved hates "
    "hated needs needed tried tries used seems seemed reckons reckoned mentioned mentions disclosed discloses attended "
    "attends missed misses met meets saw sees hugged held holds helped helps offered offers suggested suggests "
    "reported reports presented presents engaged engages managed manages struggled struggles worries worried "
    "remembers remembered forgot forgets believes believed wrote writes read reads sent sends put puts greeted "
    "grinned grins sighed sighs swore swears apologised apologises disagreed insists insisted reminds reminded "
    "and's who whose whom wanting asking saying telling sitting looking standing being having getting".split()
)
"""What people do: after a word, they tell that the word is someone."""

AUXILIARIES = frozenset("is was has had wis isnt hasnt wid would could should might does did hid iz".split())

VERB_NAMES = frozenset(
    "will may mark bill grant rob sue pat drew chase hope pray pierce wade hunt carry don skip chuck buck trace win wing "
    "cook baker carter can so an in be do see my long many have like love lack peg dash trust cherish promise reed".split()
)
"""Names whose word is a verb or another small word: only what people do after them, or a title, tells."""

MASS = frozenset(
    "hope faith grace joy patience mercy peace comfort charity prudence constance verity honour honor dawn summer autumn "
    "winter spring june april august may sky rain storm love trust justice liberty glory victory fortune goodness promise "
    "merry happy precious sunny rich royal christian frank early earnest noble gay art page major guy silver sterling "
    "stone rock clay sand moss snow ginger honey sugar pepper sage olive violet scarlet rust rusty dusty".split()
)
"""Names whose word needs no article: `is` and `was` are said of it as well."""

SMALL_WORDS = frozenset(
    "a an the this that these those my your his her our their its it he she they we i you me him us them who whom what "
    "which some any no every each all both few many much more most other another such same own and or but nor so yet "
    "if then than as at by for from in into of off on onto out over to up with without about after again against "
    "before behind below between down during through under until upon while because cos be is are was were been being "
    "am do does did done doing have has had having will would shall should can could may might must not never only "
    "just very too also there here where when why how yes aye no naw oh ok okay well now today tomorrow yesterday "
    "ah wi tae fae o' ma yer whit wis wir wid cannae didnae".split()
)

NOT_FAMILY = frozenset(
    "social work worker workers worker's review meeting panel report team plan order hearing primary high school academy "
    "nursery hospital surgery house street road avenue court place centre visit case conference officer manager senior "
    "nurse midwife doctor teacher police street health visitor mum dad and or on in at".split()
)
"""A capitalised word of these after a given name is no family name."""

PARTICLES = frozenset(
    "thi van von de del della di da dos el al bin ibn bint ben abu ap ab mac mc nic ni ui o st ter le la".split()
)

LETTERED = frozenset(
    "plan vitamin hepatitis hep section part option appendix unit group team class grade type room block ward zone stage "
    "item schedule category level band exam point step list wing flat phase side annex question figure table box gate "
    "schedule paragraph an higher".split()
)
"""Before a single letter they make a label of it: plan B, ward C."""

PLACE_LEADS = frozenset(
    "in near around through outside towards toward across beyond outwith leaving via throughout inside at from to fae "
    "tae intae oot".split()
)
SURE_PLACE_LEADS = frozenset("in near around outside towards outwith via throughout".split())
