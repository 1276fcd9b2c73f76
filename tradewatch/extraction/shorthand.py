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
        r"[\d.]+ ?(?:%|per ?cent)"
    ),
    "<duty>": (
        r"(?:(?:import |border |customs )?(?:tariffs?|tax(?:es)?)|tariff rates?|duties|duty|lev(?:y|ies)|surcharges?)"
    ),
    "<control>": (
        r"(?:export (?:controls?|curbs|restrictions|bans?|rules)"
        r"|(?:rare[- ]earth|chip|licen[cs]ing|affiliates|50(?:%|-percent))"
        r" (?:[a-z]+ )?(?:controls?|curbs|restrictions|rules?|regime)|controls|curbs|listings?)"
    ),
    "<fee>": (
        r"(?:(?:port|docking|entry) (?:fees?|charges?|dues)"
        r"|(?:fees|charges|dues) on (?:[a-z.-]+ ){0,3}?(?:ships|vessels))"
    ),
    "<gone>": (
        r"(?:(?:is|are|was|were|has|have|had|will|would)(?: be| been)? (?:now |all |soon |effectively )*"
        r"(?:gone|over|history|no more|no longer (?:in (?:force|effect|place)|appl(?:y|ied)|applicable|valid))"
        r"|(?:no longer|cease[sd]? to) appl(?:y|ies|ied)|(?:fell|falls?|fallen) away|lapse[sd]?|expire[sd]?"
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
    "<two>": (
        r"(?:(?:the )?(?:two|both) (?:sides|countries|nations|governments|leaders|presidents|parties|delegations|teams)"
        r"|(?:China|Beijing) and (?:the )?(?:US|U\.S\.|United States|Washington)"
        r"|(?:the )?(?:US|U\.S\.|United States|Washington) and (?:China|Beijing)|negotiators|they|both)"
    ),
}
