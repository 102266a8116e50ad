using System.Collections.Frozen;

namespace EmployerCrm.Bot.Reading;

/// <summary>First names and the short forms in use for them: Kath and Catherine, Gaz and Gary, Bill and William.</summary>
internal static class Nicknames
{
    private const int ShortestStart = 3;

    /// <summary>One group a line; whoever bears one of the names may be called by any other of the group.</summary>
    private static readonly string[] Groups =
    [
        "alexander alexandra alex al sandy xander", "alison ali", "andrew andy drew", "anthony antony tony", "barbara barb babs", "barry baz bazza", "benjamin ben benji", "catherine katherine kathryn katharine kath kathy cath cathy kate katie kat",
        "caroline caz carol", "charles charlie chaz chas chuck", "charlotte charlie lottie", "christine christina chris chrissie tina", "christopher chris kit", "daniel dan danny", "danielle dani", "darren daz dazza", "david dave davey dai",
        "deborah debra debbie debs deb", "donald don donny", "dorothy dot dottie", "edward ed eddie ted teddy ned", "eleanor ellie nell nora", "elizabeth liz lizzie beth betty eliza libby lisa bess", "emily em emmy", "emma em", "frances fran frankie", "francis frank",
        "frederick fred freddie", "gareth gaz gaza", "gary gaz gazza", "geoffrey jeffrey geoff jeff", "george georgie", "georgina georgie gina", "gerald gerry jerry", "gillian gill jill", "gregory greg", "gwendoline gwen", "harold harry", "henry harry hal",
        "helen nell", "hilary hil", "hugh huw", "isabel isabelle isobel izzy bella", "jacqueline jackie jacqui", "james jim jimmy jamie", "janet jan", "janice jan", "jason jase", "jeremy jez jem", "jennifer jen jenny jenni", "jessica jess jessie", "john jon johnny jack",
        "jonathan jon jonny", "joanne joanna jo", "joseph joe joey", "josephine jo josie", "joshua josh", "judith judy jude", "julia julie jules", "julian jules", "karen kaz", "kenneth ken kenny", "kevin kev", "kimberley kim", "kristina kris krissy", "lawrence laurence larry loz", "lauren loz",
        "leonard len lenny leo", "leslie lesley les", "louise lou", "lucy luce", "lynette lynn lyn", "madeleine maddy", "magdalena magda", "malcolm mal", "margaret maggie meg peg peggy madge marge mags rita", "martin marty", "matthew matt matty", "maureen mo", "melanie mel", "michael mike mick mickey micky", "michelle shell chelle",
        "mohammed muhammad mohamed mohammad mo", "nathan nathaniel nate nath", "nicholas nick nicky nic", "nicola nicky nic nikki", "norman norm", "oliver ollie olly", "olivia liv livvy", "pamela pam", "patricia pat patsy trish tricia", "patrick pat paddy", "penelope penny", "peter pete", "philip phillip phil", "philippa pippa pip",
        "rachel rach", "raymond ray", "rebecca becky becca bex becs", "reginald reg", "richard rich rick ricky dick richie", "robert rob bob bobby robbie bert", "roberta bobbie", "ronald ron ronnie", "rosemary rose rosie", "rosalind ros roz", "russell russ", "samantha sam sammy", "samuel sam sammy", "sandra sandy", "sarah sara sal", "sally sal",
        "sharon shaz shazza", "simon si", "sophie soph", "stephanie steph steff", "stephen steven steve stevie ste", "stuart stewart stu", "susan suzanne susanne sue suzie susie", "sylvia syl", "terence terry tel", "teresa theresa terry tess", "thomas tom tommy", "timothy tim", "tracey tracy trace", "trevor trev", "valerie val", "vanessa ness", "victoria vicky vikki tori vic",
        "victor vic", "vincent vince vinny", "walter wally walt", "warren wazza", "wayne wayno", "wendy wend", "william will bill billy willy liam", "yvonne von", "zachary zac zach zak", "agnieszka aga", "aleksandra ola", "katarzyna kasia", "malgorzata gosia", "tomasz tomek", "piotr peter", "pawel paul", "krzysztof kris chris",
    ];

    private static readonly FrozenDictionary<string, int[]> GroupsOf = Groups.SelectMany((group, index) => group.Split(' ').Select(name => (name, index)))
        .GroupBy(pair => pair.name, pair => pair.index, StringComparer.Ordinal).ToFrozenDictionary(groups => groups.Key, groups => groups.ToArray(), StringComparer.Ordinal);

    /// <summary>Whether the one may be what somebody with the other name is called; both folded.</summary>
    public static bool Same(string typed, string name) =>
        typed == name || ShareGroup(typed, name) || IsStart(typed, name) || IsStart(name, typed);

    /// <summary>Whether the word is a first name or a short form of one.</summary>
    public static bool Contains(string word) => GroupsOf.ContainsKey(word);

    private static bool ShareGroup(string typed, string name) =>
        GroupsOf.TryGetValue(typed, out var one) && GroupsOf.TryGetValue(name, out var other) && one.AsSpan().ContainsAny(other);

    /// <summary>"steph" for Stephanie, "cal" for Callum: not one letter less, which is a slip or another name.</summary>
    private static bool IsStart(string shorter, string longer) =>
        shorter.Length >= ShortestStart && longer.Length >= shorter.Length + 2 && longer.StartsWith(shorter, StringComparison.Ordinal);
}
