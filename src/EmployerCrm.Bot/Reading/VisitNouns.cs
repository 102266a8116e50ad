using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading;

/// <summary>Nouns of contact (visit, meeting, Zoom, voicemail) with the adjectives before them.</summary>
internal sealed class VisitNouns(VisitMarks words)
{
    public int? At(int i, int from, int to)
    {
        var word = words.Word(i);
        var taken = word is "catch" && words.Word(i + 1) == "up" ? 2 : word is "face" && words.Word(i + 1) == "to" && words.Word(i + 2) == "face" ? 3 : word is "face" && !words.Tokens[Math.Min(i + 1, words.Tokens.Count - 1)].IsWord && words.Word(i + 2) == "to" ? 5 : (word is "in" && words.Word(i + 1) == "person") || (word is "on" && words.Word(i + 1) is "site") ? 2 : word is "one" && words.Word(i + 2) == "one" ? 3 : 1;
        if (taken == 1 && !Lexicon.VisitNouns.Contains(word) && word is not ("visits" or "meetings" or "calls" or "voicemails" or "emails" or "texts"))
            return null;
        // "the breakfast chef", "a coffee shop job": what the work is.
        if (i + taken > to || (word is "breakfast" or "lunch" or "coffee" && (Lexicon.Roles.Contains(words.Word(i + 1)) || words.Word(i + 1) is "cook" or "shift" or "shifts" or "staff" or "shop" or "job" or "jobs" or "service")))
            return null;
        words.Channels[i] = NounChannel(word, i);
        CoverAdjectives(i, from);
        return words.Mark(i, i + taken, Tense.None);
    }

    private Channel? NounChannel(string word, int i)
    {
        var call = words.Word(i + 1) is "call" or "meeting" or "mtg" or "chat" or "meet" or "catchup" or "catch" or "session" or "with" or "w" or "visit";
        return word switch
        {
            "teams" or "zoom" or "video" or "vid" or "facetime" or "skype" or "videocall" or "vc" => Channel.Video,
            "whatsapp" or "text" or "txt" or "texts" => call && words.Word(i + 1) == "call" ? Channel.Phone : Channel.Text,
            "message" or "msg" => Channel.Text,
            "email" or "mail" or "emails" => Channel.Email,
            "call" or "calls" or "ring" or "bell" or "tinkle" or "buzz" or "voicemail" or "voicemails" or "vm" or "voicemessage" or "t/c" or "tc" or "tel" or "telephone" or "phone" or "phonecall" => Channel.Phone,
            "visit" or "visits" or "f2f" or "dropin" or "tour" => Channel.InPerson,
            "in" or "face" or "on" or "onsite" => Channel.InPerson,
            _ => null,
        };
    }

    /// <summary>"a nice long chat", "really useful meeting": up to four words between an opening and the noun.</summary>
    public void CoverAdjectives(int noun, int from)
    {
        var first = noun;
        while (first > from && noun - first < 4 && words.Free(first - 1) && !Lexicon.Determiners.Contains(words.Word(first - 1)) && !Lexicon.Weak.Contains(words.Word(first - 1)) && !Lexicon.Prepositions.Contains(words.Word(first - 1)) && !Lexicon.Pronouns.Contains(words.Word(first - 1)))
            first--;
        var opened = (first == from && !words.Later) || Lexicon.Determiners.Contains(words.Word(first - 1)) || Lexicon.Weak.Contains(words.Word(first - 1)) || words.Tokens[first - 1].Part is Part.Visit or Part.Employer or Part.Date or Part.Filler;
        for (var i = first; opened && i < noun; i++)
            words.Tokens[i].Part = Part.Visit;
    }
}
