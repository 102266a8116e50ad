using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.FollowUps;

/// <summary>What kind of contact a follow-up's title asks for: "Ring Marta back" is a phone call, "Send CV" none.</summary>
public static class FollowUpVerbs
{
    private static readonly HashSet<string> Fillers = new(["to", "please", "then", "and", "must", "need", "remember", "follow", "up", "a", "the"], StringComparer.Ordinal);

    /// <summary>How the follow-up is done where its title begins with that; null where it says something else.</summary>
    public static Channel? ChannelOf(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var words = FoldedText.Words(title).SkipWhile(Fillers.Contains).Take(2).ToList();
        return words switch
        {
            ["video" or "zoom" or "facetime", ..] or ["teams", "call" or "meeting" or "chat"] => Channel.Video,
            ["call" or "calls", "in" or "into" or "by" or "round" or "at"] => Channel.InPerson,
            ["ring" or "call" or "phone" or "telephone" or "rings" or "calls" or "phones" or "bell" or "ffonio", ..] or ["give", _] => words is ["give", _] ? GivenCall(title) : Channel.Phone,
            ["visit" or "visits" or "revisit" or "meet" or "ymweld", ..] or ["go" or "pop" or "drop" or "call" or "nip" or "swing", "to" or "in" or "into" or "back" or "by" or "round" or "see"] => Channel.InPerson,
            ["email" or "mail" or "emails", ..] or ["e", "mail"] or ["write", "to"] => Channel.Email,
            ["text" or "texts" or "sms" or "whatsapp", ..] => Channel.Text,
            _ => null,
        };
    }

    // "Give Marta a ring", "Give them a call"
    private static Channel? GivenCall(string title) =>
        FoldedText.Words(title) is [.., "a", "ring" or "call" or "bell"] ? Channel.Phone : null;
}
