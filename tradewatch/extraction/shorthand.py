"""What the patterns of the lexicon may name in short: <date>, <n>, <pct>, <duty>, <firms>, <two>, <gone>, <goods>, …"""

_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
SHORT = {
    "<date>": rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?(?: (?:and|or) \d{{1,2}})? {_MONTH}"
    rf"|{_MONTH})",
    "<pct>": (
        r"(?:(?:about|around|some|roughly|nearly|almost|approximately|at least|up to|as much as|as high as|as low as"
        r"|only|just|over|more than|an? (?:staggering|whopping|hefty|punishing|combined|total|peak|record|maximum"
        r"|minimum|baseline|cumulative|eye-watering|unprecedented|audacious|astonishing|effective|average))(?: of)? )*"
        r"\d[\d.]* ?(?:%|per ?cent)"
    ),
    "<duty>": (
        r"(?:(?:import |border |customs )?(?:tariffs?|tax(?:es)?)|tariff rates?|duties|duty|lev(?:y|ies)|surcharges?)"
    ),
    "<control>": (
        r"(?:export (?:controls?|curbs|restrictions|bans?|rules)"
        r"|(?:rare[- ]earth|chip|licen[cs]ing|affiliates|50(?:%|-percent))"
        r" (?:[a-z]+ )?(?:controls?|curbs|restrictions|rules?|regime)|controls|curbs|listings?)"
    ),
    "<strategic>": (  # goods whose export one side or the other has put under control
        r"(?:rare[- ]earths?|(?:permanent )?magnets?"
        r"|(?:critical|strategic|heavy|battery) (?:minerals?|metals?|materials?|elements?)"
        r"|gallium|germanium|antimony|graphite|tungsten|tellurium|bismuth|indium|molybdenum|samarium|gadolinium"
        r"|terbium|dysprosium|lutetium|scandium|yttrium|holmium|erbium|thulium|europium|ytterbium"
        r"|(?:lithium(?:-ion)? )batter(?:y|ies)|superhard materials|dual-use (?:goods|items|products|technology)"
        r"|ethane|butane|(?:chip[- ])?design (?:software|tools|programs)|EDA(?: software| tools)?"
        r"|(?:chip|chip-?making|semiconductor)[- ](?:tools?|gear|equipment|machinery|software)"
        r"|(?:jet|aircraft|aero) engines?"
        r"|(?:AI|advanced|high-end) (?:chips?|processors?|accelerators?))"
    ),
    "<permit>": (
        r"(?:licen[cs]es?|permits?|approvals?|authori[sz]ations?|clearances?|permission|consent|green light|go-ahead"
        r"|sign-?off|leave|blessing|nod|waivers?)"
    ),
    "<can>": (
        r"(?:(?:can|may|could)(?: now)?|(?:will|would|is|are|was|were|has been|have been)(?: now| again)?(?: be)?"
        r" (?:again |once more )?(?:able|allowed|permitted|free|cleared|entitled) to)"
    ),
    "<cannot>": (
        r"(?:(?:may|can|could|must)(?: (?:no longer|not|never)|not|n't|'t)(?: now)?"
        r"|(?:is|are|was|were|has been|have been|had been|will be|would be|being)(?: \w+ly| now| all| also)*"
        r" (?:no longer (?:allowed|permitted|free|able) to|not (?:allowed|permitted|free) to"
        r"|(?:barred|banned|prohibited|prevented|blocked|kept|excluded|cut off|shut out|stopped|debarred)"
        r"(?: (?!from|of)[\w-]+){0,3} (?:from|of)|forbidden (?:to|from)))"
    ),
    "<again>": r"(?:again|once more|once again|anew)",
    "<fee>": (
        r"(?:(?:port|docking|entry) (?:fees?|charges?|dues)"
        r"|(?:fees|charges|dues) on (?:[a-z.-]+ ){0,3}?(?:ships|vessels))"
    ),
    "<gone>": (
        r"(?:(?:is|are|was|were|has|have|had|will|would)(?: be| been)? (?:now |all |soon |effectively )*"
        r"(?:gone|over|history|no more|no longer (?:in (?:force|effect|place)|appl(?:y|ied)|applicable|valid))"
        r"|(?:no longer|cease[sd]? to|d(?:o|oes|id) not|will not) appl(?:y|ies|ied)"
        r"|(?:fell|falls?|fallen) away|lapse[sd]?|expire[sd]?"
        r"|r[au]ns? out|disappear(?:ed|s)?|vanish(?:ed|es)?|c[ao]mes? to an end|ended|ends|stopped|ceased)"
    ),
    "<n>": (
        r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
        r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty"
        r"|(?:a )?dozens?(?: of)?|several)"
    ),
    "<firms>": (
        r"(?:firms?|compan(?:y|ies)|entit(?:y|ies)|organi[sz]ations?|contractors?|(?:chip)?makers?|manufacturers?"
        r"|subsidiar(?:y|ies)|groups?|businesses|suppliers?|units?)"
    ),
    "<goods>": (  # what duties of the dispute were put on
        r"(?:goods|imports|products|articles|exports|shipments|parcels|packages|everything|soy(?:a ?)?beans?|sorghum"
        r"|pork|beef|poultry|chicken|wheat|corn|cotton|dairy|fruit|seafood|coal|LNG|crude(?: oil)?|cranes?|chassis"
        r"|graphite|anodes|fib(?:re|er)s?|chips|semiconductors|machinery|tractors|toys|furniture|magnets|timber|logs)"
    ),
    "<crop>": (  # what the other side buys, or buys no more
        r"(?:logs?|timber|lumber|hardwoods?|softwoods?|wood|soy\w*|beans?|oilseeds?|sorghum|milo|beef|poultry|chicken"
        r"|pork|meat|offal|dairy|corn|maize|wheat|grains?|cotton|hay|alfalfa|almonds|nuts|pistachios|tobacco|hides"
        r"|seafood|lobsters?|crops?|lng|liquefied natural gas|natural gas|ethane|propane|crude(?: oil)?|coal"
        r"|farm (?:goods|products|produce)|(?:agricultural|energy) (?:goods|products))"
    ),
    "<buyer>": (  # who buys them
        r"(?:china|beijing|cofco|sinograin|chinese (?:buyers|importers)|(?:state|chinese|state-owned)(?:-owned| state)?"
        r" (?:buyers?|traders?|importers?|firms?|crushers?|companies|houses|stockpilers?|merchants|refiners|processors"
        r"|mills)|(?:our|the|their) (?:biggest|largest|top|best|number one) (?:customer|buyer|market))"
    ),
    "<customs>": (  # who lets them in
        r"(?:china|beijing|it|gacc|(?:the )?(?:chinese |china's )?customs(?: (?:office|administration|authorit(?:y|ies)"
        r"|agency|service))?|(?:the )?general administration of customs)"
    ),
    "<load>": (
        r"(?:cargo(?:e?s)?|boats?|boatloads?|shiploads?|tankers?|(?:metric )?tons|tonnes?|bushels?|bales|batch(?:es)?)"
    ),
    "<both>": (  # those who meet: persons of both sides, or people who are of both
        r"(?:(?:(?:the |their |these )?(?:two|both) (?:countries' |nations' |governments' )?"
        r"(?:chief |top |trade |senior )*"
        r"(?:presidents|leaders|heads of state|men|sides|delegations|teams|governments|countries|negotiators|ministers"
        r"|envoys)|trump and (?:[a-z.']+ ){0,4}xi(?: jinping)?|xi(?: jinping)? and (?:[a-z.']+ ){0,4}trump"
        r"|(?:bessent|greer|lutnick|rubio)\b[^;.]{0,40}? and [a-z., ]{0,30}?"
        r"(?:he lifeng|li chenggang|wang wentao|wang yi)"
        r"|(?:he lifeng|li chenggang|wang wentao|wang yi)\b[^;.]{0,40}? and [a-z., ]{0,30}?"
        r"(?:bessent|greer|lutnick|rubio)"
        r"|(?:officials|diplomats|ministers|teams|experts|working groups) (?:from|of) (?:the )?"
        r"(?:two|both)[^;,.]{0,25}|(?:negotiators|envoys|delegates|delegations|their teams)))"
    ),
    "<meets>": (
        r"(?:meet(?:s|ing)?|met|gather(?:s|ed|ing)?|conven(?:e|es|ed|ing)|reconven(?:e|es|ed|ing)"
        r"|(?:sit|sits|sat|sitting) (?:down|together|across|opposite)|confer(?:s|red|ring)?|negotiat(?:e|ed|ing)"
        r"|parleyed"
        r"|huddl(?:e|ed|ing)|haggl(?:e|ed|ing)|bargain(?:ed|ing)|talked|talking|sp(?:oke|oken|eaking)"
        r"|(?:see|saw|seen|seeing) each other|(?:hold|held|holding) (?:talks|consultations|meetings|a (?:meeting|call))"
        r"|(?:return|returned|returning) to the (?:negotiating )?table|resumed? (?:their )?(?:talks|discussions|work))"
    ),
    "<two>": (
        r"(?:(?:the )?(?:two|both) (?:sides|countries|nations|governments|leaders|presidents|parties|delegations|teams)"
        r"|(?:China|Beijing) and (?:the )?(?:US|U\.S\.|United States|Washington)"
        r"|(?:the )?(?:US|U\.S\.|United States|Washington) and (?:China|Beijing)|negotiators|they|both)"
    ),
}
