using EmployerCrm.Core.Employers;

namespace EmployerCrm.Benchmarks.Employers;

/// <summary>What people type to find an employer, and which one they mean.</summary>
internal sealed class Typing(Region region, Random random)
{
    private const int Ways = 7;

    public static IReadOnlyList<string> Names { get; } =
        ["first letters of the name", "whole name", "name with a slip", "name and town", "trade and town", "postcode", "contact"];

    public static int Count => Ways;

    /// <summary>What is typed in one of the ways, and the employer meant; null where hundreds fit as well.</summary>
    public (string Typed, Guid? Meant) Next(int way)
    {
        var employer = region.Employers[random.Next(region.Employers.Count)];
        var words = employer.Name.Split(' ');
        switch (way)
        {
            case 0:
                return (words[0][..random.Next(2, 5)], null);
            case 1:
                return (employer.Name, employer.Id);
            case 2:
                var letter = random.Next(1, words[1].Length);
                return ($"{words[0]} {words[1].Remove(letter, 1)}", employer.Id);
            case 3:
                return ($"{words[1]} {employer.Town}", employer.Id);
            case 4:
                return ($"{words[^1]} {employer.Town![..4]}", null);
            case 5:
                return (employer.Postcode!, null);
            default:
                var contact = region.Contacts[random.Next(region.Contacts.Count)];
                return (contact.Name, contact.EmployerId);
        }
    }

    /// <summary>The word by which somebody who has only LIKE would look.</summary>
    public static string Longest(string typed) => FoldedText.Words(typed).MaxBy(word => word.Length)!;
}
