"""First names that stand for each other, and names that do not though they look alike."""

from typing import Final

_SAME: Final = """
alexander alex alec sandy|alexandra alexa sandra|andrew andy drew|anthony tony|antonia toni
benjamin ben benny|catherine katherine kathryn cathy kate katie kathy katy kitty
charles charlie chas|charlotte lottie|christine christina chrissie|christopher chris
daniel dan danny|david dave davy|deborah debbie deb|dorothy dot dottie
edward ed eddie ted teddy ned|eleanor ellie nell|francis frank
elizabeth liz lizzie beth betty bess eliza libby lisa|frederick fred freddie|george georgie
gerald gerry|gillian gill jill|gregory greg|henry harry hal|isabel isabelle isabella bella izzy
jacob jake|jacqueline jackie jacqui|james jim jimmy jamie|jennifer jen jenny
jessica jess jessie|john johnny jack|jonathan jon|joseph joe joey|joshua josh|judith judy
kenneth ken kenny|lawrence laurence larry laurie|leonard len lenny|lewis lew|louis lou
margaret maggie meg peggy rita marge|martin marty|matthew matt|michael mike mick micky
mohammed muhammad mohamed mohammad mo|nicholas nick nicky|nicola nikki|oliver ollie
olivia liv livvy|pamela pam|patricia pat patsy trish|patrick paddy|peter pete
philip phil phillip|rachel rach|raymond ray|rebecca becky bex|richard rick ricky dick rich
robert rob bob bobby bert|ronald ron ronnie|rosemary rosie|samantha sammie|samuel sam sammy
sarah sally|simon si|stephen steven steve|stephanie steph|stuart stewart stu
susan sue susie suzanne|terence terry|theresa teresa tess|thomas tom tommy|timothy tim
valerie val|victoria vicky vic|vincent vince|walter wally|william bill billy will willie liam
zachary zach
"""
_OWN: Final = """
adam agnes aisha alan albert alice amelia amy angela anna anne annie arthur barbara brian carl
carol caroline claire colin craig daisy daniela danielle dean denise diana diane donna elaine
ella ellen emily emma eric erica ethan eva evelyn fatima fiona gareth gary gavin geoffrey
georgia georgina georgiana glen grace graham hannah harriet hassan helen holly ian irene jane
janet jason jean jo joan joanna joanne josephine julia julian julie karen keith kelly kevin kim
laura lauren lee leo leon linda louise lucy lynn malcolm maria marian marie marion mark martha
martina mary maureen max megan mia michelle miles mohan molly natalie neil noah norman oscar
owen paul paula pauline philippa poppy robin robyn roger rose roy russell ruth ryan sean shaun
sharon sheila sophia sophie stella sybil sylvia tara tina tracy trevor wendy yusuf zoe
"""


def _table() -> dict[str, str]:
    groups = [group.split() for line in _SAME.strip().splitlines() for group in line.split("|")]
    by_short = {name: group[0] for group in groups for name in group}
    return {name: name for name in _OWN.split()} | by_short


_FULL: Final = _table()


def full_name(word: str) -> str:
    """The name that a short form stands for: ``bob`` is robert. Others stand for themselves."""
    return _FULL.get(word, word)


def is_first_name(word: str) -> bool:
    """Whether it is one of the common ones: two such names are not each other's misspelling."""
    return word in _FULL
