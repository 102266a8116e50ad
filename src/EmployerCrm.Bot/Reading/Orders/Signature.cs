using System.Text.RegularExpressions;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Employers.Fields;

namespace EmployerCrm.Bot.Reading.Orders;

/// <summary>What a pasted e-mail signature tells of a person. What is not found is left for the person to fill in.</summary>
/// <param name="Phone">As written, with its extension.</param>
/// <param name="Company">The line that is neither name nor role.</param>
internal sealed partial record Signature(string? Name, string? Role, string? Phone, string? Email, string? Website, string? Company)
{
    private const int LongestFragment = 120;
    private const int MostFragments = 60;
    private const int MostNameWords = 4;

    private static readonly HashSet<string> Greetings = new(
        ["kind", "best", "warm", "many", "regards", "thanks", "thank", "cheers", "sincerely", "yours", "sent", "dear", "hi", "hello", "wishes", "from", "cofion", "diolch"], StringComparer.Ordinal);

    private static readonly HashSet<string> RoleWords = new(
        [
            "manager", "owner", "director", "supervisor", "head", "lead", "leader", "chef", "officer", "assistant", "coordinator", "hr", "recruitment", "recruiter", "adviser", "advisor", "deputy",
            "executive", "partner", "administrator", "receptionist", "matron", "foreman", "buyer", "proprietor", "landlord", "landlady", "manageress", "md", "ceo", "founder", "consultant", "people",
            "talent", "operations", "secretary", "bursar", "headteacher", "nurse", "engineer", "planner", "accountant", "specialist", "controller", "resourcing", "rheolwr",
        ],
        StringComparer.Ordinal);

    public static Signature Of(string pasted)
    {
        var fragments = Fragments(pasted);
        string? phone = null, email = null, website = null;
        var texts = new List<string>();
        foreach (var fragment in fragments)
        {
            var rest = Take(fragment, EmailLike(), EmailAddress.Read, ref email);
            rest = Take(rest, SiteLike(), WebAddress.Read, ref website);
            rest = TakePhone(rest, ref phone);
            rest = Labels().Replace(rest, string.Empty).Trim(' ', ',', ':', '-', '–', '|', '.', ';');
            if (rest.Length > 0 && rest.Any(char.IsLetter) && !rest.Any(char.IsAsciiDigit) && !FoldedText.Words(rest).Any(Greetings.Contains))
                texts.Add(rest);
        }

        var name = texts.Find(text => IsName(text) && !IsRole(text)) ?? texts.Find(text => !IsRole(text));
        if (name is not null)
            texts.Remove(name);
        var role = texts.Find(IsRole);
        if (role is not null)
            texts.Remove(role);
        return new Signature(name, role, phone, email, website, texts.FirstOrDefault());
    }

    private static IReadOnlyList<string> Fragments(string pasted)
    {
        var lines = pasted.Split(['\n', '\r', '|', '•', '·', '\t', '¦'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // On one line commas stand between the parts; in a signature of several lines they stand in addresses.
        var several = lines.Length > 1 ? lines : [.. lines.SelectMany(line => line.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        return [.. several.SelectMany(part => Dash().Split(part)).Where(part => part.Length is > 0 and <= LongestFragment).Take(MostFragments)];
    }

    private static string Take(string fragment, Regex like, Func<string?, Written> read, ref string? found)
    {
        foreach (Match match in like.Matches(fragment))
        {
            if (read(match.Value.TrimEnd('.', ',')).Value is not { } written)
                continue;
            found ??= written;
            return fragment.Remove(match.Index, match.Length);
        }

        return fragment;
    }

    /// <summary>The first number that can be rung; whatever else looks like one is left out.</summary>
    private static string TakePhone(string fragment, ref string? phone)
    {
        foreach (Match match in PhoneLike().Matches(fragment))
            phone ??= PhoneNumber.Read(match.Value).Number?.ToString();
        return PhoneLike().Replace(fragment, string.Empty);
    }

    private static bool IsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= MostNameWords && words.All(word => char.IsUpper(word[0]) || word is "de" or "van" or "der" or "ap" or "ferch" or "al" or "bin");
    }

    private static bool IsRole(string text) => FoldedText.Words(text).Any(RoleWords.Contains);

    [GeneratedRegex(@"[^\s<>,;:()""']+@[^\s<>,;:()""']+", RegexOptions.NonBacktracking)]
    private static partial Regex EmailLike();

    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>,;()""']+|\b[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|co\.uk|org|org\.uk|net|uk|cymru|wales|scot|example)(?:/[^\s<>,;()""']*)?", RegexOptions.NonBacktracking)]
    private static partial Regex SiteLike();

    [GeneratedRegex(@"(?:\+|\(?0)[0-9][0-9()\s.\-]{7,}[0-9](?:\s*(?:ext|extension|x)[\s.:]*[0-9]{1,6})?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PhoneLike();

    [GeneratedRegex(@"\b(?:e-?mail|telephone|tel|phone|mobile|mob|direct|office|web|website|address|[temwpda])\s*[:.]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\s[-–—]\s", RegexOptions.NonBacktracking)]
    private static partial Regex Dash();
}
