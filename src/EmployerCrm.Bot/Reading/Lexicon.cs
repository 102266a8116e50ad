using System.Collections.Frozen;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>
/// The closed classes of words that the grammar itself stands on. A word in any of them says little about which employer or person is meant,
/// and is never taken for a misspelt name.
/// </summary>
internal static class Lexicon
{
    public static readonly FrozenSet<string> Prepositions = Set("at to in on with from for of by into onto off up re about regarding via through over after before until till til between w wi wiv round around per as than without within near");

    public static readonly FrozenSet<string> Determiners = Set("the a an this that these those some any no every each another their our my your his her its all both other new");

    public static readonly FrozenSet<string> Pronouns = Set("i we you he she it they me us him them who which what whom whos hes shes theyre theyve theyll theyd ive im id weve were well hed shed itll itd ours mine whoever someone somebody anyone anybody everyone everybody nobody noone none people lots loads there thats heres theres whats wots hows lets wheres whens");

    public static readonly FrozenSet<string> Auxiliaries = Set("is are am was were be been being has have had do does did will would can could may might must shall should cant cannot wont dont doesnt didnt isnt arent wasnt havent hasnt couldnt wouldnt got gets get");

    public static readonly FrozenSet<string> Conjunctions = Set("and but or so because cos coz if when while then also though tho although as plus yet nor unless since how why whether");

    public static readonly FrozenSet<string> Adverbs = Set("again just now already still only really very quite too here back today out not never always soon later then once twice well ok okay yes yeah instead together almost nearly finally briefly quickly");

    /// <summary>Words that say nothing and may stand anywhere in a line.</summary>
    public static readonly FrozenSet<string> Fillers = Set("again just erm er um uh umm erm ah oh so yeah yep ok okay right well also hashtag basically anyway like actually quick quickly briefly finally lol btw fyi now then etc please pls plz ta cheers thanks thank thx too xx x hmm brief short short-notice");

    public static readonly FrozenSet<string> Courtesies = Set("hi hiya hello hey morning afternoon evening good dear sorry its it is late lateness delay was great brilliant amazing fab fantastic lovely good excellent superb big wonderful news update please pls plz could can you would log logging logged add adding record recording note noting put down me for ta cheers thanks thank many kind regards all team everyone everybody bot there the to this one a an been update quick just wanted letting know let that i ive im am my forgot forgotten catching up on catch with had days day last weeks visits visit da mate butt pal bore prynhawn");

    public static readonly FrozenSet<string> Labels = Set("notes note log logged visit employer company contact date when who where outcome channel client client's update re ref reference time met spoke summary visited call");

    public static readonly FrozenSet<string> Roles = Set("owner owners manager managers boss gaffer chef cook receptionist reception supervisor director directors head landlord landlady hr leader lead deputy assistant asst coordinator administrator admin secretary principal matron foreman forewoman officer adviser advisor partner foh gm proprietor governor guv recruiter recruitment personnel staff team mgr md ceo franchisee caretaker controller buyer");

    public static readonly FrozenSet<string> RoleModifiers = Set("general store shop office area regional duty shift operations ops site floor team people practice hr senior assistant deputy acting new head managing recruitment production warehouse depot kitchen bar home care nursery factory line lead main big day night front house of on");

    public static readonly FrozenSet<string> VisitNouns = Set("visit meeting mtg meet meetup call chat catchup catch coffee cuppa brew tour convo conversation word natter ring bell tinkle shout buzz voicemail vm voicemessage message msg email mail text txt zoom teams video vid f2f appointment appt t/c tc tel telephone phone phonecall whatsapp introduction intro session drop-in dropin walkround sitdown facetime skype interview lunch breakfast discussion videocall vc 121 1-1 one-to-one handover");

    public static readonly FrozenSet<string> Particles = Set("in into by round around over to up with at back through past down on off along across out for from");

    public static readonly FrozenSet<string> Weak = Set("tried trying managed went had have having got gave give left leave leaving sent send made make paid dropped did done popped caught short been was were attended held took");

    public static readonly FrozenSet<string> TimeWords = Set("half quarter past oclock noon midday midnight am pm morning afternoon aft evening eve night lunch lunchtime teatime ish hour hours hr hrs minute minutes min mins day days week weeks wk wks month months mth fortnight year years weekend today tomorrow yesterday tonight next last this coming gone ago before after end first thing ten bank holiday later earlier early late date time commencing beginning");

    public static readonly FrozenSet<string> Commands = Set("undo help due overdue outstanding done snooze push remind reminder next step steps action actions follow followup follow-up todo task tasks adjustment adjustments reasonable job start started starts starting begin began begins show history info information details detail list log diary week visit planned plan booked arranged need nfa notes note");

    private static readonly FrozenSet<string> Known = new[] { Prepositions, Determiners, Pronouns, Auxiliaries, Conjunctions, Adverbs, Fillers, VisitNouns, TimeWords, Commands, Weak, Verbs.AllForms, CalendarWords.Exact }
        .SelectMany(words => words).Concat(NumberWords.WrittenOut).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the grammar has a use of its own for the word.</summary>
    public static bool IsKnown(string word) =>
        Known.Contains(word) || (word is [>= '0' and <= '9', ..] && (NumberWords.Cardinal(word) is not null || NumberWords.Ordinal(word) is not null));

    /// <summary>Words that join recognised parts without being free text themselves.</summary>
    public static bool IsJoining(string word) => word is
        "at" or "to" or "in" or "on" or "n" or "with" or "from" or "for" or "of" or "by" or "and" or "the" or "a" or "an" or "re" or "about" or "regarding" or "w" or "i" or "we" or "ive" or "weve" or "id"
        or "me" or "my" or "was" or "were" or "im" or "am" or "that" or "then" or "also" or "over" or "via" or "as" or "their" or "our" or "some" or "its" or "is" or "who" or "but" or "so" or "ill";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
