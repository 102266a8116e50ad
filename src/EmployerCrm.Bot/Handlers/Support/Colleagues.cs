using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Handlers.Support;

/// <summary>Which colleague a typed name means.</summary>
internal static class Colleagues
{
    /// <summary>Those of the team with that name: whole, else the first name, else any part of it.</summary>
    public static IReadOnlyList<Specialist> Named(string typed, IReadOnlyList<Specialist> team)
    {
        var words = FoldedText.Words(typed);
        if (words.Count == 0)
            return [];
        List<Specialist>[] likeliestFirst =
        [
            [.. team.Where(person => FoldedText.Words(person.Name).SequenceEqual(words, StringComparer.Ordinal))],
            [.. team.Where(person => FoldedText.Words(person.Name).Take(words.Count).SequenceEqual(words, StringComparer.Ordinal))],
            [.. team.Where(person => words.All(word => FoldedText.Words(person.Name).Contains(word, StringComparer.Ordinal)))],
        ];
        return likeliestFirst.FirstOrDefault(some => some.Count > 0) ?? [];
    }
}
