using System.Buffers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Whether a word is made of plain letters only.</summary>
internal static class Letters
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static bool AreAll(ReadOnlySpan<char> word) => !word.ContainsAnyExcept(Plain);

    public static bool AreTwo(string word) => word.Length == 2 && AreAll(word);
}
