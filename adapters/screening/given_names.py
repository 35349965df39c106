"""Given names common in Britain, with the short forms and spellings that stand for each other.

Groups are parted by ``|``; a short form may be in several, and a name in both tables.
"""

from typing import Final

MALE: Final = """
aaron|abdul abdullah|abdulrahman|abraham abe|adam|adrian|ahmed ahmad|aidan aiden|
alan allan allen al|albert bert bertie|alexander alex alec alasdair alastair alistair sandy xander|
alfred alf alfie fred|ali|amir|amit|andrew andy drew andreas andrzej|angus|anthony antony tony|
archibald archie|arjun|arnold|arthur art|ashley ash|ashok|austin|barnaby|barry|basil|benedict ben|
benjamin ben benji benny|bernard bernie|blake|bradley brad|brandon|brendan|brian bryan|bruce|byron|
caleb|callum calum|cameron cam|carl karl|casey|cedric|charles charlie charley chas chuck|christian|
christopher chris kit topher|clarence|cliff|clifford|clive|colin|connor conor|corey cory|craig|
crispin|curtis|cyril|dafydd|damian damien|daniel dan danny|darren|darryl daryl|
david dave davy davey|dean|declan|dennis denis|derek derrick|desmond des|diego|dilip|
dmitri dmitry dmitriy|dominic dom|donald don donnie|douglas doug|duncan|dylan|edmund ed ned|
edward ed eddie eddy ted teddy ned|edwin|eli|elijah|elliot elliott|emlyn|emmanuel manny|eric erik|
ernest ernie|ethan|euan ewan|eugene gene|evan|ezra|faisal|felix|fergus|finlay finley|finn|
francis frank frankie|franklin|frederick fred freddie freddy|gabriel gabe|gareth gaz|garfield|
gary garry|gavin|geoffrey geoff jeffrey jeff|george georgie|gerald gerry jerry|gerard|gilbert|
giles|glenn glen|gordon|graham graeme|grant|gregory greg gregor|grzegorz|guy|gwilym|hamish|hamza|
harley|harold harry hal|harrison|harvey|hassan|hector|henry harry hal hank|herbert bert|horace|
howard howie|hubert|hugh hughie|hugo|hussein hussain|huw|iain ian|ibrahim|idris|imran|isaac zac|
ismail|ivan|ivor|jack|jackson|jacob jake|jaden jayden|jamal|james jim jimmy jamie|jan|jared|
jaroslaw|jason jay|jasper|jeremy jerry|jerome|jesse|joel|john johnny jonny jack|
jonathan jon jonny johnathan|jordan|jose|joseph joe joey josef jozef|joshua josh|julian jules|
justin|kai|kamal|keith|kelvin|kenneth ken kenny|kevin kev|khalid|kieran|kiran|krzysztof|kyle|
lachlan|lawrence laurence larry laurie|lee leigh|leo|leon|leonard len lenny leo|leslie les|lewis|
liam|lincoln|lloyd|logan|louis lou lew|luca|lucas|luke luc|maciej|malcolm mal|manuel|marcin|
marcus marc|mark marc|martin marty|marvin|mason|mateusz|matthew matt matty mathew|maurice|
max maximilian|maxwell max|michael mike mick micky mickey micheal michal mikey|miles myles|
mitchell mitch|mohammed muhammad mohamed mohammad mohd mo|mohan|morris|moses|mustafa|nathan nat|
nathaniel nat nate|neil neal|nelson|nicholas nick nicky nicolas nico|nigel|noah|noel|norman norm|
oliver ollie olly|olu|omar|orlando|oscar|oswald|otis|owen|pablo|patrick pat paddy|paul|pawel|percy|
peter pete|philip phil phillip|piotr|pravin|quentin|rafael|raheem|rahul|raj|rajesh|ralph|ramesh|
raymond ray|reginald reg reggie|reuben|rhys|ricardo|richard rick ricky dick rich richie|riley|
robert rob bob bobby robbie bert|robin|roderick rod|rodney rod|roger rodger|roland|
ronald ron ronnie|rory|ross|roy|rufus|rupert|russell russ|ryan|sajid|salim|samir|samuel sam sammy|
sandeep|sanjay|scott|sean shaun shane shawn|sebastian seb|seth|sidney sid|simon si|sion|spencer|
stanislaw|stanley stan|stephen steven steve stevie stefan|stuart stewart stu|sunil|suresh|syed|
tarik tariq|terence terry terrence|theodore theo ted|thomas tom tommy tomasz|timothy tim timmy|
tobias toby|todd|tomos|travis|trevor trev|tristan|tyler|tyrone|usman|vernon|victor vic|vijay|
vikram|vincent vince vinny|vladimir|walter wally walt|warren|wayne|wilfred wilf fred|
william bill billy will willie willy liam|winston|wojciech|xavier|yusuf yousef|
zachary zach zac zack|zain|zakariya|zubair
"""
FEMALE: Final = """
abigail abby abbie gail|ada|adele|adriana|agnes aggie|agnieszka|aileen|aimee amy|aisha ayesha|
alana|alessandra|alexandra alex alexa alix sandra sandy lexi|alexis alex|alice alys|alicia|alina|
alisha|alison allison ali|amanda mandy|amber|amelia milly millie|amina|amy amie|anastasia|andrea|
angela angie|angharad|anita|anjali|anna|annabel annabelle bella|anne ann annie|annette|
antonia toni|april|ariana|audrey|ava|barbara babs barb|beatrice bea beatrix|belinda|bernadette|
bernice|bertha|beryl|bethany beth|betty|beverley beverly bev|blessing|bonnie|brenda|bridget|bronte|
bronwen|caitlin kaitlin katelyn|camilla millie|cara|carla|carmel|carol carole|
caroline carolyn carrie|carys|casey|
catherine katherine kathryn cathy kate katie kathy katy kitty cath kath cathryn|cecilia celia|ceri|
charlene|charlotte charlie lottie lotte|chelsea|cheryl|chloe|christina tina chris|
christine chris chrissie tina|claire clare clara|clara|claudia|constance connie|cordelia|courtney|
crystal|cynthia|daisy|danielle dani daniella daniela|daphne|dawn|deborah debbie deb debra|deepa|
deirdre|delia|denise|diana diane di|dolores|donna|dora|doreen|doris|dorothy dot dottie dolly|ebony|
edith edie|edna|eileen|eilidh|elaine|eleanor ellie nell nora elinor|elena helena|eleri|eliza|
elizabeth liz lizzie beth betty bess eliza libby elisabeth liza elsie betsy|ella ellie|
ellen nell ellie|eloise|elsie|emily emilie em|emma em|erica erika|erin|esme|esther|ethel|eva|
eve evie|evelyn evie|faith|farah|fatima|fay faye|felicity fliss|ffion|fiona|florence flo florrie|
frances fran francesca|francesca fran|freya|gabriella gabrielle gaby|gemma|georgia|
georgina georgiana georgie|geraldine gerry|gertrude|gillian gill jill jilly|gina|gita|gladys|
glenda|gloria|grace gracie|greta|gwendolen gwen|gwyneth gwen|hannah hanna|harriet hattie|hayley|
hazel|heather|heidi|helen helena|henrietta|hilary hillary|hilda|holly|hope|ida|imogen|ingrid|irene|
iris|isabel isabelle isabella bella izzy isobel|isla|ivy|jacinta|
jacqueline jackie jacqui jacquelyn|jade|jane janie|janet jan|janice jan|jasmine jas yasmin|
jayne jane|jean jeanie|jeanette|jemima|jennifer jen jenny jenni|jessica jess jessie|jill|
joan joanie|joanna jo|joanne jo|jocelyn|josephine jo josie|joy|joyce|judith judy jude|julia|julie|
juliet|june|karen|katarzyna|kate|kathleen kath kathy|kavita|kay|kayla|keeley|keira kiera|kelly|
kendra|kerry|khadija|kim kimberley kimberly|kirsty kirsten kirstie|kylie|lara|laura laurie|lauren|
leah|leanne|lena|leona|lesley leslie|lily lilly lillian lilian|linda lynda|lindsay lindsey|lisa|
lois|lola|lorna|lorraine|louise lou|lucia|lucinda lucy cindy|lucy|lydia|lynette|lynn lynne|mabel|
maddison madison|madeleine madeline maddie|magdalena|maisie|malgorzata|marcia|
margaret maggie meg peggy marge madge|margot|maria|marian marion|marianne|marie|marilyn|marina|
marjorie marge|marlene|martha|martina|mary|matilda tilly tilda|maud|maureen mo|mavis|maya|
megan meg|melanie mel|melissa mel|mercedes|meredith|mia|michaela mikayla|michelle shell|
mildred milly|millicent millie|miranda|miriam|moira|molly|mona|monica|morag|muriel|myra|nadia|
nancy|naomi|natalie|natasha tasha|nerys|nia|niamh|nicola nicky nikki nicole|nina|noreen|norma|olga|
olive|olivia liv livvy ollie|paige|pamela pam|patience|patricia pat patsy trish tricia|paula|
pauline|pearl|penelope penny|petra|philippa pippa pip|phoebe|phyllis|pooja|poppy|priscilla|priya|
prudence|rachel rach rachael|raquel|rebecca becky bex beccy|reena|renee|rhian|rhiannon|rhoda|rhona|
rita|roberta bobbie|robyn robin|rosalind ros|rose rosie rosa|rosemary rosie rose|rowena|roxanne|
ruby|ruqayyah|ruth ruthie|sade|sadie|sally|samantha sam sammie|sandra|sara sarah sally|scarlett|
selina|shabnam|sharon shaz|sheila|shelley|shirley|sian|siobhan|skye|sonia sonya|
sophia sophie sofia|stacey stacy|stella|stephanie steph|
susan sue susie suzanne susanna susannah suzie|sybil|sylvia|tamara|tamsin|tania tanya|tara|taylor|
teresa theresa tess terry tessa|thelma|tiffany|tina|tracey tracy|trudy|una|ursula|valerie val|
vanessa|vera|veronica|victoria vicky vikki tori|violet|virginia ginny|vivian vivien|wendy|
winifred winnie|yasmin|yvette|yvonne|zainab|zara|zoe|zofia
"""
