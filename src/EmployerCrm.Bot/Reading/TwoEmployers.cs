using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Two employers named side by side ("visited Two Rivers and Friday's Café"): one line is one visit, so its author says which.</summary>
internal static class TwoEmployers
{
    /// <summary>The employers that are named side by side; none when the line names one.</summary>
    public static IReadOnlyList<DirectoryEmployer> In(Line line)
    {
        var mentions = line.Mentions.OrderBy(mention => mention.First).ToList();
        foreach (var (first, second) in mentions.Zip(mentions.Skip(1)))
        {
            var between = line.Tokens[first.End..second.First];
            if (between.Exists(IsBetweenTwo) && between.TrueForAll(token => IsBetweenTwo(token) || IsJoin(token)))
                return [.. EmployerChoice.Narrow(line, first).Concat(EmployerChoice.Narrow(line, second)).DistinctBy(employer => employer.Id)];
        }
        return [];
    }

    private static bool IsBetweenTwo(Token token) => token.Word is "and" or "then" or "plus" or "n" || token.Raw is "&" or "+" or "," or ";" or "/";

    private static bool IsJoin(Token token) => token.Part is Part.Town || token.Word is "also" or "at" or "to" or "the" or "both" or "visited" or "in";
}
